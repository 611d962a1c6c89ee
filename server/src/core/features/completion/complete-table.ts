import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { tableAt, type TableLines } from '../../markdown/table-lines.ts';
import type { TemplateTable } from '../../template/template-section.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers, in a roadmap's first column, the horizons that it lacks, and in the second the start of an item. */
export function completeTable(place: CompletionPlace): readonly Completion[] {
  const { minutes, template, offset, line } = place;
  const { sections } = template.matchOf(minutes);
  const pair = sections.find(
    ({ section, expected }) =>
      expected.table !== null &&
      section.bodyRange.start <= line.start &&
      offset <= section.bodyRange.end,
  );
  const table =
    pair === undefined ? null : (tableAt(minutes.markdown, offset) ?? tableAbove(place));
  if (pair === undefined || pair.expected.table === null || table === null) return [];
  const own = table.rows.find(({ range, indent }) => range.start - indent.length === line.start);
  if (
    own === undefined &&
    line.start <= table.delimiter.range.end &&
    line.start >= table.range.start
  )
    return [];
  const column = own === undefined ? 0 : own.cells.findIndex(({ range }) => offset <= range.end);
  const inFirst = own === undefined || column === 0;
  if (inFirst)
    return horizonItems(
      place,
      horizonsIn(pair.section.bodyRange, place),
      pair.expected.table,
      pair.expected.help,
    );
  const written = place.typed.slice(place.typed.lastIndexOf('|') + 1);
  if (written.trim() !== '') return [];
  const space = written === '' ? ' ' : '';
  return [
    {
      kind: 'item',
      label: '- ',
      detail: '',
      help: pair.expected.help,
      range: { start: offset, end: offset },
      text: `${space}- `,
      snippet: null,
    },
  ];
}

/** An empty line right below a table is where its next row begins. */
function tableAbove({ minutes: { text, markdown }, line }: CompletionPlace): TableLines | null {
  if (line.text.trim() !== '' || line.start === 0) return null;
  return tableAt(
    markdown,
    text.startsWith('\r\n', line.start - 2) ? line.start - 2 : line.start - 1,
  );
}

/** The first cells of all lines; an empty line while a row is typed must not hide those below it. */
function horizonsIn(
  { start, end }: OffsetRange,
  { minutes: { text }, line }: CompletionPlace,
): ReadonlySet<string> {
  const others = text.slice(start, line.start) + text.slice(line.end, end);
  return new Set(
    [...others.matchAll(/^[ \t]*\|?([^|\r\n]+)\|/gm)].map(([, cell = '']) => nameOf(cell)),
  );
}

function horizonItems(
  { offset, typed, rest }: CompletionPlace,
  present: ReadonlySet<string>,
  { text }: TemplateTable,
  help: string | null,
): Completion[] {
  const written = typed.replace(/^[ \t]*\|?[ \t]*/, '');
  const closing = rest.includes('|') ? '' : ' | ';
  return (tableAt(parseMarkdown(text), 0)?.rows ?? []).flatMap(({ cells }): Completion[] => {
    const horizon = cells[0]?.text ?? '';
    if (horizon === '' || horizon.includes('{') || present.has(nameOf(horizon))) return [];
    return [
      {
        kind: 'horizon',
        label: horizon,
        detail: '',
        help,
        range: { start: offset - written.length, end: offset },
        text: horizon + closing,
        snippet: null,
      },
    ];
  });
}

function nameOf(horizon: string): string {
  return normalizeText(horizon.replace(/[*_`]/g, ''));
}
