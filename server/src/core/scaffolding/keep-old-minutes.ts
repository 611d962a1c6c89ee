import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { allSections } from '../matching/heading-match.ts';
import { readFrontMatter } from '../template/front-matter.ts';
import { frontMatterSchema } from '../template/front-matter-schema.ts';
import { addAlias } from '../template/template-edits.ts';
import type { Template } from '../template/template.ts';
import { dayAfter } from '../text/calendar-date.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { TemplateChange } from './template-changes.ts';

/** Returns a changed template’s text in which the old names of its sections are aliases, so that old minutes fit. */
export function keepNames(template: Template, changes: readonly TemplateChange[]): string {
  const sections = allSections(template);
  const edits = changes.flatMap((change) => {
    if (change.kind !== 'renamed') return [];
    const section = sections.find(
      ({ name, keys }) => name === change.to && !keys.includes(normalizeText(change.section.name)),
    );
    return (section && addAlias(section, change.section.name)) ?? [];
  });
  return applyEdits(template.text, edits);
}

/** The two templates of a form that changed. */
export interface Eras {
  /** The template as it was, which holds until the last day. */
  readonly before: string;
  /** The template as it is, which holds from the day after. */
  readonly after: string;
}

/** Returns two templates, of which the earlier holds up to and on the last day, an ISO date. */
export function splitEra(before: Template, after: Template, lastDay: string): Eras {
  return {
    before: withDay(before.text, 'until', lastDay),
    after: withDay(after.text, 'from', dayAfter(lastDay)),
  };
}

function withDay(text: string, key: 'from' | 'until', day: string): string {
  const end = lineEndingOf(text);
  const first = parseMarkdown(text).pieces[0];
  const frontMatter = readFrontMatter(first?.piece, first?.start ?? 0, frontMatterSchema);
  const line = `${key}: ${day}${end}`;
  if (frontMatter === null) {
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const fence = `---${end}`;
    return `${mark}${fence}minutes-template: 1${end}${line}${fence}${end}${text.slice(mark.length)}`;
  }
  if (Object.hasOwn(frontMatter.values, key)) {
    return applyEdits(text, [{ range: frontMatter.rangeOf([key]), text: day }]);
  }
  const { start, end: last } = frontMatter.range;
  const fence = start + text.slice(start, last).lastIndexOf('---');
  return applyEdits(text, [{ range: { start: fence, end: fence }, text: line }]);
}
