import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isSeparator, tablesOf, type TableLines } from '../markdown/table-lines.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import type { Matcher } from '../matching/matcher.ts';
import { skeletonDate } from '../template/text-pattern.ts';
import { isUnfilledText } from '../template/unfilled.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/**
 * Returns a section's text in LSP's snippet syntax: what is to be filled in is a tab stop, the end of the text the last.
 * A placeholder with values offers them; a heading with nothing below gets a line to write in.
 */
export function sectionSnippet(text: string, template: Matcher): string {
  let snippet = '';
  let end = 0;
  stopsIn(text, template).forEach(({ range, write }, index) => {
    snippet += escapeSnippet(text.slice(end, range.start)) + write(index + 1);
    end = range.end;
  });
  const line = /(?:^|[\r\n])#{1,6}[ \t][^\r\n]*$/.test(text) ? '\n\n' : '';
  return `${snippet}${escapeSnippet(text.slice(end))}${line}$0`;
}

/** Returns a text as a snippet without tab stops (LSP 3.17, snippet syntax). */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

interface Stop {
  readonly range: OffsetRange;
  readonly write: (number: number) => string;
}

/** Returns the tab stops of a text in order; of two that overlap the first. */
function stopsIn(text: string, template: Matcher): readonly Stop[] {
  const stops = [
    ...unfilledStops(text, template),
    ...placeholderStops(text, template),
    ...[...text.matchAll(skeletonDate)].map(({ index, 0: date }) => textStop(index, date)),
    ...cellStops(text),
    ...headingStops(text),
  ];
  const isFree = ({ range }: Stop, index: number): boolean =>
    !stops
      .slice(0, index)
      .some((other) => other.range.start < range.end && range.start < other.range.end);
  return stops.filter(isFree).sort((a, b) => a.range.start - b.range.start);
}

/** A whole line, item or cell that counts as not filled in. */
function unfilledStops(text: string, template: Matcher): Stop[] {
  return [...text.matchAll(/[^|\r\n]+/g)].flatMap(({ index, 0: part }): Stop[] => {
    const marker = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/.exec(
      part,
    );
    const start = marker?.[0].length ?? 0;
    const content = part.slice(start).trim();
    return isUnfilledText(content, template) ? [textStop(index + start, content)] : [];
  });
}

function placeholderStops(text: string, { options: { placeholders } }: Matcher): Stop[] {
  return placeholdersIn(text).map(({ placeholder: { name }, start, end }) => {
    const own = Object.hasOwn(placeholders.own, name) ? placeholders.own[name] : undefined;
    const values = own?.values ?? (name === 'status' ? placeholders.statuses : []);
    const choices = values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',');
    const write =
      choices === ''
        ? (number: number): string => `\${${number}:${name}}`
        : (number: number): string => `\${${number}|${choices}|}`;
    return { range: { start, end }, write };
  });
}

function textStop(start: number, text: string): Stop {
  return {
    range: { start, end: start + text.length },
    write: (number) => `\${${number}:${escapeSnippet(text)}}`,
  };
}

/** The first empty cell of each row of a table. */
function cellStops(text: string): Stop[] {
  const document = parseMarkdown(text);
  return document.pieces.flatMap((piece) =>
    tablesOf(document, piece).flatMap((table) =>
      table.rows.filter((row) => !isSeparator(row)).flatMap((row) => cellStop(row, table)),
    ),
  );
}

function cellStop({ cells, range, text }: TableLines['header'], { header }: TableLines): Stop[] {
  const empty = cells.find((cell, index) => index > 0 && cell.text === '');
  if (empty !== undefined) {
    return [{ range: empty.range, write: (number) => ` \${${number}} ` }];
  }
  const written = { start: range.start + text.trimEnd().length, end: range.end };
  return cells.length < header.cells.length
    ? [{ range: written, write: (number) => ` \${${number}}` }]
    : [];
}

/** A line below each heading that has neither text nor a deeper heading before the next. */
function headingStops(text: string): Stop[] {
  const headings = [...text.matchAll(/^(#{1,6})[ \t].*$/gm)];
  return headings.flatMap(({ index, 0: line, 1: marker = '' }, own): Stop[] => {
    const next = headings[own + 1];
    const end = index + line.length;
    if (next === undefined || (next[1] ?? '').length > marker.length) return [];
    return text.slice(end, next.index).trim() === ''
      ? [{ range: { start: end, end }, write: (number) => `\n\n\${${number}}` }]
      : [];
  });
}
