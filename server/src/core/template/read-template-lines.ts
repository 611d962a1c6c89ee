import * as l10n from '@vscode/l10n';
import { piecesIn, type Minutes } from '../minutes/read-minutes.ts';
import { textLinesOf, type TextLine } from '../minutes/text-lines.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { placeholderProblem } from './placeholder-problem.ts';
import { isDate, placeholdersIn, type PlaceholderContext } from './placeholder.ts';
import { createSearch } from './placeholder-search.ts';
import type { DateLine, TemplateField } from './template-field.ts';
import type { TemplateProblem } from './template.ts';
import { readSkeletonDates } from './text-pattern.ts';

/** What a part of the template's text asks for. */
export interface TemplateLines {
  readonly fields: readonly TemplateField[];
  readonly dateLines: readonly DateLine[];
  readonly problems: readonly TemplateProblem[];
}

/** Returns the fields and days in a part of a template's text, without those of a line that is the shape of items. */
export function readTemplateLines(
  document: Minutes,
  body: OffsetRange,
  context: PlaceholderContext,
  shape?: OffsetRange,
): TemplateLines {
  const lines = piecesIn(document.markdown, body)
    .flatMap(({ piece, start }) =>
      textLinesOf(piece).map((line) => ({ ...line, range: shiftRange(line.range, start) })),
    )
    .filter(({ range }) => range.start >= body.start && range.end <= body.end)
    .filter(
      ({ range }) => shape === undefined || range.end <= shape.start || shape.end <= range.start,
    );
  const fields = lines.flatMap((line) => toField(line, document, context));
  return {
    fields,
    dateLines: lines.flatMap((line) => toDateLine(line, context)),
    problems: [...unknownIn(lines, context), ...doubled(fields)],
  };
}

function toField(
  { text, label, range, depth }: TextLine,
  document: Minutes,
  context: PlaceholderContext,
): TemplateField[] {
  if (label === null) return [];
  const placeholders = placeholdersIn(readSkeletonDates(text.slice(label.valueStart), false)).map(
    ({ placeholder }) => placeholder,
  );
  const rest = text.slice(label.valueStart).replace(/<!--[^]*?-->/g, '');
  if (placeholders.length === 0 && /[^\s*_`]/.test(rest)) return [];
  const { name, key, source } = label;
  return [
    {
      name,
      key,
      source,
      depth,
      marker: depth === 0 ? '' : markerBefore(document.text, range.start),
      placeholders,
      optional: placeholders.every(({ optional }) => optional),
      searches: placeholders.flatMap((placeholder) => createSearch(placeholder, context) ?? []),
      range,
    },
  ];
}

function markerBefore(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/.exec(line)?.[0] ?? '- ';
}

/** A day at a line's start, in marks or not, that doesn't belong to a field. */
function toDateLine({ text, label, depth }: TextLine, context: PlaceholderContext): DateLine[] {
  const [first] = placeholdersIn(text);
  if (label !== null || first === undefined || !isDate(first.placeholder.name)) return [];
  if (!/^[*_]*$/.test(text.slice(0, first.start))) return [];
  const search = createSearch(first.placeholder, context);
  return search === null ? [] : [{ depth, search }];
}

/** Formats and names that are nearly known are slips; any other name in a text is the group's own business. */
function unknownIn(lines: readonly TextLine[], context: PlaceholderContext): TemplateProblem[] {
  return lines.flatMap(({ text, label, range }) => {
    const start = label?.valueStart ?? 0;
    return placeholdersIn(text.slice(start)).flatMap((found): TemplateProblem[] => {
      const isRead = label !== null || (found.start === 0 && isDate(found.placeholder.name));
      const problem = isRead ? placeholderProblem(found.placeholder, context) : null;
      if (problem === null || (problem.near === null && found.placeholder.format === null))
        return [];
      const from = range.start + start + found.start;
      const { near } = problem;
      const nameRange = { start: from + 1, end: from + 1 + found.placeholder.name.length };
      return [
        {
          rule: 'unknown-placeholder',
          message: problem.message,
          range: { start: from, end: range.start + start + found.end },
          fix:
            near === null
              ? null
              : {
                  title: l10n.t('Replace with “{0}”', near),
                  edits: [{ range: nameRange, text: near }],
                },
        },
      ];
    });
  });
}

function doubled(fields: readonly TemplateField[]): TemplateProblem[] {
  return fields.flatMap((field, index): TemplateProblem[] => {
    const first = fields.findIndex(({ key, depth }) => key === field.key && depth === field.depth);
    if (first === index) return [];
    return [
      {
        rule: 'invalid-template',
        message: l10n.t(
          'The section has two fields “{0}”, which minutes can’t be told apart by: give one of them another label',
          field.name,
        ),
        range: field.range,
        fix: null,
      },
    ];
  });
}
