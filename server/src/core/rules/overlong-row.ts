import * as l10n from '@vscode/l10n';
import { isHeader, type RequiredTable } from '../matching/required-table.ts';
import type { TableCell, TableRow } from '../minutes/table.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { MinutesRule, Report } from './rule.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds rows with more cells than their table has columns. */
export const overlongRow: MinutesRule = {
  id: 'overlong-row',
  summary: 'A row has more cells than its table has columns',
  severity: 'warning',
  docs: {
    finds: `
Rows with fewer cells, and surplus cells without text, are not reported.
`,
    why: `
Cells beyond the last column are not shown to readers.
Usually a text has a \`|\` of its own, which Markdown takes for the end of a cell, even in code.
`,
    repair: `
**Escape** puts a backslash before the \`|\`, so that the last column has the whole text.
`,
    exampleTemplate: roadmapTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | Print \`a | b\` |
                 ^^^^ overlong-row: Readers don’t see “b\`”: the row has more cells than the table has columns [fix: Escape the “|” before it]
| Next | |
| Later | |
~~~

~~~fixed
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | Print \`a \\| b\` |
| Next | |
| Later | |
~~~
`,
  },
  fixes: [{ title: 'Escape the', safe: true }],
  check: ({ tables }) =>
    tables().flatMap(({ table, required }) => {
      const columns = table?.header.cells ?? [];
      const names = columns.map(({ text }) => text);
      if (columns.length < required.header.length && !isHeader(names, required)) return [];
      return (table?.rows ?? []).flatMap((row) => reportRow(row, columns.length, required));
    }),
};

function reportRow(
  { cells }: TableRow,
  columns: number,
  required: RequiredTable['required'],
): readonly Report[] {
  const last = cells.findLastIndex(({ contentRange: { start, end } }) => start < end);
  const surplus = cells.slice(columns, last + 1);
  const [first, end] = [surplus[0], surplus.at(-1)];
  if (first === undefined || end === undefined) return [];
  const text = surplus.map((cell) => cell.text).join(' | ');
  return [
    {
      message: l10n.t(
        'Readers don’t see “{0}”: the row has more cells than the table has columns',
        text,
      ),
      range: { start: first.range.start, end: end.contentRange.end },
      related: tableInTemplate({ required }),
      fixes: [
        { title: l10n.t('Escape the “|” before it'), safe: true, edits: surplus.map(escapePipe) },
      ],
    },
  ];
}

/** Escapes the pipe with which a cell begins (GFM 4.10). */
function escapePipe({ range: { start } }: TableCell): TextEdit {
  return { range: { start, end: start }, text: '\\' };
}
