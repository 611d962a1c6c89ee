import * as l10n from '@vscode/l10n';
import type { Heading } from '../../minutes/heading.ts';
import type { Template } from '../../template/template.ts';
import { holdsUnfilled, isUnfilledText, unfilledPlaces } from '../../template/unfilled.ts';
import { formatKnown } from '../../text/calendar-date.ts';
import { removeLines } from '../../text/remove-lines.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Fix } from '../finding.ts';
import type { Report, RuleContext } from '../rule.ts';

/** Returns whether a heading still holds a placeholder or an open date, or is all open above its underline. */
export function isUnfilledHeading(heading: Heading, template: Template): boolean {
  return isAllOpen(heading, template) || holdsUnfilled(heading.text, template);
}

function isAllOpen({ style, text }: Heading, template: Template): boolean {
  return style === 'setext' && isUnfilledText(text, template);
}

/** Returns the report on a heading that is not filled in. */
export function reportUnfilledHeading(heading: Heading, context: RuleContext): Report {
  const { template, minutes } = context;
  const { text, contentRange } = heading;
  const places = unfilledPlaces(text, template);
  const report = {
    message: l10n.t('“{0}” is not filled in', text),
    range: contentRange,
    related: [],
  };
  const [first, last] = [places[0], places.at(-1)];
  if (isAllOpen(heading, template) || first === undefined || last === undefined) {
    return { ...report, fixes: [] };
  }
  const open = text.slice(first.range.start, last.range.end);
  const source = minutes.text.slice(contentRange.start, contentRange.end);
  const start = contentRange.start + Math.max(source.indexOf(first.text), 0);
  const end = contentRange.start + source.lastIndexOf(last.text) + last.text.length;
  const next = minutes.headings[minutes.headings.indexOf(heading) + 1];
  return {
    ...report,
    message: l10n.t('“{0}” is not filled in', open),
    range: start < end && end <= contentRange.end ? { start, end } : contentRange,
    fixes: fixesOf(heading, next, context),
  };
}

/** Writes the date where that is all that is open, else removes the heading if it holds nothing. */
function fixesOf(heading: Heading, next: Heading | undefined, context: RuleContext): Fix[] {
  return [...dateFix(heading, context), ...removal(heading, next, context)].slice(0, 1);
}

function dateFix({ text, contentRange }: Heading, { template, minutes, told }: RuleContext): Fix[] {
  if (told === null) return [];
  const source = minutes.text.slice(contentRange.start, contentRange.end);
  const edits = unfilledPlaces(source, template).flatMap(({ range, dateFormat }): TextEdit[] => {
    if (dateFormat === null) return [];
    const text = formatKnown(told, dateFormat, template.options.placeholders.locale);
    if (text === null) return [];
    const start = contentRange.start + range.start;
    const end = contentRange.start + range.end;
    return [{ range: { start, end }, text }];
  });
  const [first] = edits;
  if (first === undefined || edits.length !== unfilledPlaces(text, template).length) return [];
  return [{ title: l10n.t('Fill in the date “{0}”', first.text), safe: false, edits }];
}

function removal(
  heading: Heading,
  next: Heading | undefined,
  { match, minutes: { text, markdown } }: RuleContext,
): Fix[] {
  const isSection = match.sections.some(({ section }) => section.heading === heading);
  const isEmpty = text.slice(heading.range.end, next?.range.start).trim() === '';
  if (isSection || !isEmpty || (next !== undefined && next.depth > heading.depth)) return [];
  return [
    {
      title: l10n.t('Remove the heading “{0}”', heading.text),
      safe: false,
      edits: [removeLines(text, heading.range, markdown.lines)],
    },
  ];
}
