import * as l10n from '@vscode/l10n';
import { structuredPatch } from 'diff';
import { displayWidth } from '../../core/text/display-width.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { applyEdits } from '../../core/text/text-edit.ts';
import type { Fix } from '../../core/rules/finding.ts';
import { isolated, printableLine, printableText } from '../printable-text.ts';
import type { PlacedFinding } from './format.ts';

/**
 * Returns the lines beneath a finding that explain it: its line with a caret, those that it refers to,
 * and the repair as a diff.
 */
export function explainFinding(
  { finding, path, text, template }: PlacedFinding,
  showPath: (templateId: string) => string,
): readonly string[] {
  const places = finding.related.map(({ document, range, message }) =>
    document === 'template' && template !== null
      ? { path: showPath(template.id), text: template.template.text, range, message }
      : { path, text, range, message },
  );
  const [first, ...others] = finding.fixes;
  return [
    ...quoted(text, finding.range),
    ...places.flatMap((place) => [
      `${gutter}= ${printableLine(place.path)}: ${printableLine(place.message)}`,
      ...quoted(place.text, place.range),
    ]),
    ...(first === undefined ? [] : [`${gutter}= ${titleOf(first)}`, ...diffOf(text, first)]),
    ...others.map((fix) => `${gutter}= ${titleOf(fix)}`),
    '',
  ];
}

const numberWidth = 6;
const gutter = ' '.repeat(numberWidth + 1);

/** What is shown of a line around the place in it, in UTF-16 units. */
const most = 100;

/** Returns the line where a range begins, as compilers show it: what is marked is underlined with carets. */
function quoted(text: string, range: OffsetRange): readonly string[] {
  const lines = createLineIndex(text);
  const { line } = lines.pointAt(range.start);
  const whole = lines.lineRange(line);
  const start = range.start - whole.start > most * 0.6 ? range.start - 20 : whole.start;
  const end = Math.min(whole.end, start + most);
  const shown = (from: number, to: number): string => cellsOf(text.slice(from, Math.max(from, to)));
  const before = (start > whole.start ? '…' : '') + shown(start, range.start);
  const marked = shown(range.start, Math.min(range.end, end));
  const after = shown(Math.max(range.start, Math.min(range.end, end)), end);
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  const quote = `${before}${marked}${after}${end < whole.end ? '…' : ''}`;
  return [
    `${String(line).padStart(numberWidth)} | ${isolated(quote)}`.trimEnd(),
    `${gutter}| ${' '.repeat(displayWidth(before))}${carets}`,
  ];
}

function cellsOf(text: string): string {
  return printableText(text).replaceAll('\t', '    ').replaceAll('\n', ' ');
}

function titleOf({ title, safe }: Fix): string {
  return safe ? printableLine(title) : l10n.t('{0} (not safe: look at it)', printableLine(title));
}

/** Lines of a diff that are shown. */
const longest = 14;

function diffOf(text: string, { edits, fileName }: Fix): readonly string[] {
  if (fileName !== undefined || edits.length === 0) return [];
  const { hunks } = structuredPatch('', '', text, applyEdits(text, edits), '', '', { context: 1 });
  const lines = hunks
    .flatMap((hunk) => hunk.lines)
    .filter((line) => line.trim() !== '' && !line.startsWith('\\'))
    .map((line) => `${gutter}  ${printableText(line).replaceAll('\n', ' ')}`.trimEnd());
  return lines.length <= longest
    ? lines
    : [
        ...lines.slice(0, longest - 1),
        `${gutter}  ${l10n.t('… {0} more lines', lines.length - longest + 1)}`,
      ];
}
