import { displayWidth } from '../core/text/display-width.ts';
import { isolated, printableJson, printableLine } from './printable-text.ts';

/** The forms in which a table is printed. */
export const tableFormats = ['pretty', 'json', 'csv', 'markdown'] as const;

export type TableFormat = (typeof tableFormats)[number];

/** A row of a table by the names of its columns. */
export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

/** Returns rows in a form; JSON has them under the table's name. */
export function printTable(name: string, rows: readonly TableRow[], format: TableFormat): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
  switch (format) {
    case 'json':
      return `${printableJson({ version: 1, [name]: rows })}\n`;
    case 'csv':
      return [columns, ...cells].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
    case 'markdown':
      return rows.length === 0
        ? ''
        : [columns, columns.map(() => '---'), ...cells.map((row) => row.map(markdownCell))]
            .map((row) => `| ${row.join(' | ')} |\n`)
            .join('');
    case 'pretty':
      return prettyTable(cells);
  }
}

/** Returns rows as lines whose columns begin below each other, however wide the letters are. */
export function prettyTable(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(printableLine));
  const widths = (shown[0] ?? []).map((_, column) =>
    shown.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 0),
  );
  const padded = (cell: string, column: number): string =>
    isolated(cell) + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
  return shown.map((row) => `${row.map(padded).join('  ').trimEnd()}\n`).join('');
}

/** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdownCell(cell: string): string {
  return printableLine(cell).replaceAll('|', String.raw`\|`);
}
