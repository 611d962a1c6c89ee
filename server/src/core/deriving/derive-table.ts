import { normalizeText } from '../text/normalize-text.ts';
import type { Table } from '../minutes/table.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Section } from '../minutes/outline.ts';
import { mostFrequent } from './common-pattern.ts';
import type { SeriesFile } from './found-series.ts';

const most = 0.95;

/** Returns the table that nearly all sections have, with the rows whose first cell nearly all of them name; null where there is none. */
export function deriveTable(
  places: readonly { readonly file: SeriesFile; readonly section: Section }[],
): string | null {
  if (places.length < 3) return null;
  const tables = places.flatMap(
    ({ file, section }) => tablesIn(file.minutes, section.bodyRange)[0] ?? [],
  );
  if (tables.length < places.length * most) return null;
  const usual = mostFrequent(tables.map(headerKey), most);
  const latest = tables.findLast((table) => headerKey(table) === usual);
  const file = places.findLast(({ file: own, section }) =>
    tablesIn(own.minutes, section.bodyRange).some(
      ({ range }) => range.start === latest?.range.start,
    ),
  )?.file;
  if (usual === null || usual === '' || latest === undefined || file === undefined) return null;
  const counts = new Map<string, number>();
  for (const table of tables) {
    for (const key of new Set(table.rows.map(firstCell))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const horizons = latest.rows.filter(
    (row) => firstCell(row) !== '' && (counts.get(firstCell(row)) ?? 0) >= tables.length * most,
  );
  const sourceOf = ({ start, end }: OffsetRange): string => file.text.slice(start, end);
  const header = sourceOf(latest.header.range);
  const columns = latest.header.cells.length;
  const [opening, closing] = header.startsWith('|')
    ? ['| ', ` |${'  |'.repeat(columns - 1)}`]
    : ['', ' |'];
  const delimiter = Array.from({ length: columns }, () => '---').join(' | ');
  return [
    header,
    header.startsWith('|') ? `| ${delimiter} |` : delimiter,
    ...horizons.flatMap(({ cells: [first] }) =>
      first === undefined ? [] : [opening + sourceOf(first.contentRange) + closing],
    ),
  ].join('\n');
}

function headerKey({ header }: Table): string {
  return header.cells.map(({ text }) => normalizeText(text)).join('|');
}

function firstCell({ cells }: Table['header']): string {
  return normalizeText(cells[0]?.text ?? '');
}
