import * as l10n from '@vscode/l10n';
import { isDelimiterLike } from '../../minutes/pipe-lines.ts';
import type { Minutes } from '../../minutes/read-minutes.ts';
import { delimiterText, rowStyleOf, rowText } from '../../minutes/row-text.ts';
import type { TableRow } from '../../minutes/table.ts';
import {
  isHeader,
  isHorizon,
  ownHeader,
  type RequiredTable,
} from '../../matching/required-table.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Report } from '../rule.ts';
import { tableInTemplate } from './table-in-template.ts';

/** Returns the report on lines that would be a table with a header and a fitting delimiter row. */
export function reportBrokenTable(
  { required }: RequiredTable,
  rows: readonly TableRow[],
  minutes: Minutes,
): readonly Report[] {
  const header = rows.findIndex(({ cells }) =>
    isHeader(
      cells.map(({ text }) => text),
      required,
    ),
  );
  const first = rows.findIndex(({ cells }) => isHorizon(cells[0]?.text ?? '', required));
  const row = rows[header === -1 ? first : header];
  if (row === undefined) return [];
  const repair =
    header === -1
      ? insertHeader(row, rows[first - 1], ownHeader(required).sources, minutes)
      : repairDelimiter(row, rows[header + 1], minutes);
  return [
    {
      message: repair.message,
      range: row.range,
      related: tableInTemplate({ required }),
      fixes: [{ title: repair.title, safe: true, edits: [repair.edit] }],
    },
  ];
}

interface Repair {
  readonly message: string;
  readonly title: string;
  readonly edit: TextEdit;
}

/** Writes the delimiter row below the header, in place of one that doesn't fit it. */
function repairDelimiter(header: TableRow, next: TableRow | undefined, minutes: Minutes): Repair {
  const line = sourceOf(header, minutes);
  const delimiter = delimiterText(header.cells.length, rowStyleOf(line));
  if (next !== undefined && isDelimiterLike(sourceOf(next, minutes))) {
    return {
      message: l10n.t('The delimiter row doesn’t match the table’s header'),
      title: l10n.t('Rewrite the delimiter row'),
      edit: { range: next.range, text: delimiter },
    };
  }
  const { end } = minutes.markdown.lines.lineRangeAt(header.range.start);
  return {
    message: l10n.t('The table has no delimiter row below its header'),
    title: l10n.t('Insert the delimiter row'),
    edit: { range: { start: end, end }, text: lineEndingOf(minutes.text) + delimiter },
  };
}

/** Writes the header above the first row, with a delimiter row unless a fitting one is there. */
function insertHeader(
  first: TableRow,
  before: TableRow | undefined,
  sources: readonly string[],
  minutes: Minutes,
): Repair {
  const { lines } = minutes.markdown;
  const eol = lineEndingOf(minutes.text);
  const style = rowStyleOf(sourceOf(first, minutes));
  const header = rowText(sources, style);
  const both = header + eol + delimiterText(sources.length, style);
  const insertion = (row: TableRow, text: string): TextEdit => {
    const { start } = lines.lineRangeAt(row.range.start);
    return { range: { start, end: start }, text: text + eol };
  };
  const repair = { message: l10n.t('The table has no header'), title: l10n.t('Insert the header') };
  if (before === undefined || !isDelimiterLike(sourceOf(before, minutes))) {
    return { ...repair, edit: insertion(first, both) };
  }
  return before.cells.length === sources.length
    ? { ...repair, edit: insertion(before, header) }
    : { ...repair, edit: { range: before.range, text: both } };
}

function sourceOf({ range }: TableRow, { text }: Minutes): string {
  return text.slice(range.start, range.end);
}
