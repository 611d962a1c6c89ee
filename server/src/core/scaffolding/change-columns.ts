import type { Table, TableRow } from '../minutes/table.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { sliceRange, type OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { ColumnsChange } from './template-changes.ts';

/**
 * Returns the edits that give tables in a range with the old header the new one, and each row its cells in the new order.
 * Columns that are gone stay after the others, with what they say.
 */
export function changeColumns(
  minutes: Minutes,
  range: OffsetRange,
  change: ColumnsChange,
): readonly TextEdit[] {
  return tablesIn(minutes, range)
    .filter(({ header }) => hasNames(header, change.from))
    .flatMap((table) => rewriteTable(table, change, minutes.text));
}

function hasNames({ cells }: TableRow, names: readonly string[]): boolean {
  return (
    cells.length === names.length &&
    cells.every(({ text }, index) => normalizeText(text) === normalizeText(names[index] ?? ''))
  );
}

/** A column of the new table: what it is called, and which column of the old one it was; null for a new one. */
interface Column {
  readonly name: string;
  readonly old: number | null;
}

function rewriteTable(table: Table, change: ColumnsChange, text: string): readonly TextEdit[] {
  const columns = columnsOf(change);
  const delimiters = {
    start: table.header.range.end,
    end: table.rows[0]?.range.start ?? table.range.end,
  };
  const source = sliceRange(text, delimiters);
  const delimiterRow = source.trim();
  const parts = delimiterRow
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((part) => part.trim());
  const start = delimiters.start + source.indexOf(delimiterRow);
  const sourceOf = ({ cells }: TableRow, { old }: Column): string => {
    const cell = old === null ? undefined : cells[old];
    return cell === undefined ? '' : sliceRange(text, cell.contentRange);
  };
  return [
    rewriteRow(table.header, (column) =>
      column.old === null || !isNamed(change.from[column.old], column.name)
        ? column.name
        : sourceOf(table.header, column),
    ),
    {
      range: { start, end: start + delimiterRow.length },
      text: rowText(
        columns.map(({ old }) => (old === null ? '---' : (parts[old] ?? '---'))),
        delimiterRow,
      ),
    },
    ...table.rows.map((row) => rewriteRow(row, (column) => sourceOf(row, column))),
  ];

  function rewriteRow(row: TableRow, cellOf: (column: Column) => string): TextEdit {
    const written = sliceRange(text, row.range);
    return { range: row.range, text: rowText(columns.map(cellOf), written) };
  }
}

/** Columns of equally many that took each other’s place were renamed; the others keep their names. */
function columnsOf({ from, to }: ColumnsChange): readonly Column[] {
  const indexOf = (names: readonly string[], name: string): number =>
    names.findIndex((other) => isNamed(other, name));
  const columns = to.map((name, index): Column => {
    const old = indexOf(from, name);
    if (old !== -1) return { name, old };
    const replaced = from[index];
    const isFree =
      from.length === to.length && replaced !== undefined && indexOf(to, replaced) === -1;
    return { name, old: isFree ? index : null };
  });
  const kept = new Set(columns.map(({ old }) => old));
  const gone = from.flatMap((name, old): Column[] => (kept.has(old) ? [] : [{ name, old }]));
  return [...columns, ...gone];
}

function isNamed(name: string | undefined, other: string): boolean {
  return name !== undefined && normalizeText(name) === normalizeText(other);
}

/** Returns a row with the outer pipes of the row as it was written; an empty first cell needs one. */
function rowText(cells: readonly string[], written: string): string {
  const indent = /^[ \t]*/.exec(written)?.[0] ?? '';
  const opens = written.trimStart().startsWith('|') || cells[0] === '';
  const closes = /(?<!\\)\|[ \t]*$/.test(written) || cells.at(-1) === '';
  return `${indent}${opens ? '| ' : ''}${cells.join(' | ')}${closes ? ' |' : ''}`;
}
