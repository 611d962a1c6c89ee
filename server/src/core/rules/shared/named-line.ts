import * as l10n from '@vscode/l10n';
import { openPatterns } from '../../matching/heading-match.ts';
import { blocksIn } from '../../minutes/read-minutes.ts';
import { readLabel } from '../../minutes/label.ts';
import { linesIn } from '../../matching/field-match.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { matchPattern } from '../../template/text-pattern.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { Report, RuleContext } from '../rule.ts';

/**
 * Returns the line above the place of an absent section that has its name as other than a heading: as a label, in italics or in HTML;
 * null where none has.
 */
export function namedLine(
  expected: TemplateSection,
  offset: number,
  { minutes, match, template }: RuleContext,
): OffsetRange | null {
  const above = minutes.headings.findLast(({ range }) => range.start < offset);
  const pair = match.sections.find(({ section }) => section.heading === above);
  if (pair !== undefined && pair.expected.agendaItems !== null) return null;
  const { fields } = pair?.expected ?? template.preamble;
  const range = { start: above?.range.end ?? 0, end: offset };
  const isName = (text: string): boolean =>
    expected.keys.includes(normalizeText(text)) ||
    openPatterns(expected).some((pattern) => matchPattern(pattern, text) !== null);
  const ownLabel = readLabel(expected.name)?.key;
  const line = linesIn(minutes, range).find(({ text, label }) =>
    label === null
      ? isName(withoutMarks(text)) && (withoutMarks(text) !== text || expected.kind === 'title')
      : (isName(label.name) || label.key === ownLabel) &&
        fields.every(({ key }) => key !== label.key),
  );
  if (line !== undefined) return line.range;
  const html = blocksIn(minutes, range).find(
    ({ node }) =>
      node.type === 'html' &&
      node.value
        .split(/[\r\n]+/)
        .map(withoutMarks)
        .some(isName),
  );
  return html?.range ?? null;
}

/** Returns what leads from an absent section to the line that has its name. */
export function sameNameAt(line: OffsetRange | null, name: string): Report['related'] {
  return line === null
    ? []
    : [{ document: 'minutes', range: line, message: l10n.t('“{0}” is here', name) }];
}

/** Returns a line without tags, and the marks of emphasis around it. */
function withoutMarks(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .trim()
    .replace(/^([*_]{1,3})(.*?)\1$/, '$2')
    .replace(/:$/, '')
    .trim();
}
