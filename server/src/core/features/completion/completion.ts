import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import { lineAt, type Line } from '../../text/text-line.ts';
import { completeField } from './complete-field.ts';
import { completeHeading } from './complete-heading.ts';
import { completeLead } from './complete-lead.ts';
import { completeRecord } from './complete-record.ts';
import { completeRelease } from './complete-release.ts';
import { completeTable } from './complete-table.ts';
import { completeTitle } from './complete-title.ts';
import type { Completion, CompletionInput } from './completion-place.ts';

/** Returns what may be written at an offset of minutes, the likeliest first. */
export function completionsAt(input: CompletionInput, offset: number): readonly Completion[] {
  const line = lineAt(input.minutes.text, offset);
  const typed = input.minutes.text.slice(line.start, offset);
  const rest = input.minutes.text.slice(offset, line.end);
  const place = { ...input, offset, line, typed, rest };
  for (const complete of [
    completeTitle,
    completeField,
    completeLead,
    completeRecord,
    completeRelease,
    completeTable,
  ]) {
    const items = complete(place);
    if (items.length > 0) return items;
  }
  const isHeading = /^#{1,6}(?:[ \t].*)?$/.test(typed) && rest.trim() === '';
  const isBold = /^(?:\*\*|__)[^*_]*$/.test(typed) && /^(?:\*\*|__)?[ \t]*$/.test(rest);
  return isHeading || isBold
    ? completeHeading({ ...place, minutes: withoutLine(input.minutes, line) })
    : [];
}

/** A heading that has just begun would take all that follows out of its section. */
function withoutLine(minutes: Minutes, { start, end }: Line): Minutes {
  const blank = ' '.repeat(end - start);
  const text = minutes.text.slice(0, start) + blank + minutes.text.slice(end);
  return readMinutes(parseMarkdown(text, minutes.markdown), minutes);
}
