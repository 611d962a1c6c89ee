import * as l10n from '@vscode/l10n';
import type { Minutes } from '../minutes/read-minutes.ts';
import { delimiterText, rowStyleOf, rowText } from '../minutes/row-text.ts';
import type { Table } from '../minutes/table.ts';
import {
  allowedHeaders,
  hasColumns,
  linesOfTable,
  ownHeader,
  type AllowedHeader,
  type RequiredTable,
} from '../matching/required-table.ts';
import type { TemplateTable } from '../template/template-section.ts';
import { closestTo, resembles } from '../text/closest.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { reportBrokenTable } from './shared/broken-table.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, Report } from './rule.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds tables without the template's header or without a delimiter row. */
export const malformedTable: MinutesRule = {
  id: 'malformed-table',
  summary: 'A table lacks its delimiter row, or has a different header than the template',
  severity: 'warning',
  yieldsTo: ['unfilled-text'],
  structural: true,
  docs: {
    finds: `
A row of dashes with more or fewer columns than the header counts as missing.
`,
    why: `
Without the row of dashes below its header, a table is a paragraph full of pipes.
`,
    repair: `
**Insert the delimiter row**, **Rewrite the delimiter row** and **Insert the header** repair the table.
**Change the header** writes the template’s header.
`,
    options: `
If minutes may have another header, allow it in the template, on a line above the table:

~~~markdown
<!-- header: Until when? | What? -->
~~~
`,
    exampleTemplate: roadmapTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Roadmap

When | What
^^^^^^^^^^^ malformed-table: The table has no delimiter row below its header [fix: Insert the delimiter row]
Now | Paint the door
Next |
Later |
~~~

~~~fixed
# Weekly 2018-06-26

## Roadmap

When | What
---|---
Now | Paint the door
Next |
Later |
~~~
`,
  },
  fixes: [
    { title: 'Insert the delimiter row', safe: true },
    { title: 'Rewrite the delimiter row', safe: true },
    { title: 'Insert the header', safe: true },
    { title: 'Change the header to', safe: true, when: 'the headers closely resemble each other' },
    { title: 'Change the header to', safe: false, when: 'the headers differ more' },
  ],
  check: ({ minutes, tables }) =>
    tables().flatMap((required) => {
      if (required.table !== null) return reportHeader(required, required.table, minutes);
      const lines = linesOfTable(required, minutes);
      return lines === null ? [] : reportBrokenTable(required, lines, minutes);
    }),
};

function reportHeader(found: RequiredTable, table: Table, minutes: Minutes): readonly Report[] {
  const { required } = found;
  const cells = table.header.cells.map(({ text }) => text);
  if (beginsWithHeader(cells, required)) return [];
  const header = closestHeader(cells, required);
  return [
    {
      message: l10n.t(
        'The table’s header is “{0}”; the template has “{1}”',
        cells.join(' | '),
        header.names.join(' | '),
      ),
      range: table.header.range,
      related: tableInTemplate({ required }),
      fixes: headerFixes(required, header, table, minutes),
    },
  ];
}

/** Returns whether cells are an allowed header, with more columns after it or none. */
function beginsWithHeader(cells: readonly string[], required: TemplateTable): boolean {
  return [required.header, ...required.otherHeaders].some((names) =>
    names.every((name, index) => normalizeText(name) === normalizeText(cells[index] ?? '')),
  );
}

/** Rewrites the cells that differ, or the header where it lacks columns that the rows have. */
function headerFixes(
  required: TemplateTable,
  header: AllowedHeader,
  table: Table,
  minutes: Minutes,
): Fix[] {
  const { cells } = table.header;
  const title = l10n.t('Change the header to “{0}”', header.names.join(' | '));
  const nameOf = (index: number): string => header.names[index] ?? '';
  if (hasColumns(table, required)) {
    const safe = cells.every(({ text }, index) => text === '' || resembles(text, nameOf(index)));
    const edits = cells.flatMap(({ text, contentRange: range }, index): TextEdit[] => {
      if (normalizeText(text) === normalizeText(nameOf(index))) return [];
      const source = header.sources[index] ?? '';
      return [{ range, text: range.start === range.end ? `${source} ` : source }];
    });
    return [{ title, safe, edits }];
  }
  const lacksColumns =
    cells.every(({ text }) => header.names.some((name) => resembles(name, text))) &&
    table.rows.some((row) => row.cells.length >= header.names.length) &&
    cells.length < header.names.length;
  return lacksColumns ? [{ title, safe: false, edits: rewriteHeader(table, header, minutes) }] : [];
}

function rewriteHeader(
  table: Table,
  { sources }: AllowedHeader,
  { text, markdown }: Minutes,
): TextEdit[] {
  const { lines } = markdown;
  const { range } = table.header;
  const style = rowStyleOf(text.slice(range.start, range.end));
  return [
    { range, text: rowText(sources, style) },
    {
      range: lines.lineRange(lines.pointAt(range.start).line + 1),
      text: delimiterText(sources.length, style),
    },
  ];
}

/** Returns the allowed header that resembles cells most, else the template's own. */
function closestHeader(cells: readonly string[], required: TemplateTable): AllowedHeader {
  const headers = allowedHeaders(required).filter(({ names }) => names.length >= cells.length);
  const closest = closestTo(
    cells.join(' | '),
    headers.map(({ names }) => names.join(' | ')),
  );
  return headers.find(({ names }) => names.join(' | ') === closest) ?? ownHeader(required);
}
