import { normalizeText } from '../text/normalize-text.ts';
import { splitLines } from '../text/split-lines.ts';

/** Something that an agenda plans to talk about. */
export interface Topic {
  readonly title: string;
  /** The lines that are nested below it, without the indentation that they share. */
  readonly below: readonly string[];
}

/**
 * Returns the topics of a text: the items at the top of its lists, else its headings below the title, else its lines.
 * Where the text has a heading of the agenda, only what is below counts.
 */
export function readTopics(text: string, agendaNames: readonly string[]): readonly Topic[] {
  const lines = belowAgenda(splitLines(text.replace(/^\uFEFF/, '')), agendaNames);
  const items = readItems(lines);
  if (items.length > 0) return items;
  const headings = lines.flatMap((line) => headingIn(line, 2) ?? []);
  const titles =
    headings.length > 0 ? headings : lines.filter((line) => headingIn(line, 1) === null);
  return titles.map(plain).flatMap((title) => (title === '' ? [] : [{ title, below: [] }]));
}

/** Returns the lines below the first heading that names an agenda, up to the next heading at its level or above; else all. */
function belowAgenda(lines: readonly string[], names: readonly string[]): readonly string[] {
  const known = new Set(['agenda', ...names.map(normalizeText)]);
  const at = lines.findIndex((line) => {
    const heading = headingIn(line, 1)?.replace(/[:：]$/, '');
    return heading !== undefined && known.has(normalizeText(heading));
  });
  if (at === -1) return lines;
  const level = levelOf(lines[at] ?? '');
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
  const own = end === -1 ? after : after.slice(0, end);
  return own.some((line) => line.trim() !== '') ? own : lines;
}

function levelOf(line: string): number {
  return /^(#{1,6})[ \t]/.exec(line)?.[1]?.length ?? 0;
}

function headingIn(line: string, least: number): string | null {
  const [, marks = '', heading = null] = /^(#{1,6})[ \t]+(\S.*?)[ \t]*#*$/.exec(line) ?? [];
  return marks.length < least ? null : heading;
}

const item = /^(?:[-*+•·‣▪–]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$/;

function readItems(lines: readonly string[]): readonly Topic[] {
  const shared = indentShared(lines.filter((line) => item.test(line.trimStart())));
  const topics: { title: string; below: string[] }[] = [];
  for (const line of lines.map((each) => each.replace(shared, ''))) {
    const title = item.exec(line)?.[1];
    const last = topics.at(-1);
    if (title !== undefined) topics.push({ title: plain(title), below: [] });
    else if (last !== undefined && /^[ \t]+\S/.test(line)) last.below.push(line);
  }
  return topics.map(({ title, below }) => {
    const own = indentShared(below);
    return { title, below: below.map((line) => line.replace(own, '').trimEnd()) };
  });
}

/** Returns the white space that all lines begin with. */
function indentShared(lines: readonly string[]): string {
  const indents = lines.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  return indents.reduce(
    (least, own) => (own.length < least.length ? own : least),
    indents[0] ?? '',
  );
}

/** A comment means something in minutes, and so does the heading's mark. */
function plain(text: string): string {
  return text.replace(/<!--.*?(?:-->|$)/g, '').trim();
}
