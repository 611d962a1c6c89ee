import { splitLines } from '../text/split-lines.ts';
/** Returns the text of an agenda with topics as further items of its list. */
export function withAgenda(body: string, topics: readonly string[]): string {
  if (topics.length === 0) return body;
  const lines = body === '' ? [] : body.split('\n');
  const last = lines.findLastIndex((line) => /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line));
  const marker = markerAfter(lines[last] ?? '');
  const items = topics.map((topic, index) => `${marker(index)} ${topic}`);
  if (last === -1) return [...(body === '' ? [] : [body, '']), ...items].join('\n');
  const end = lines.findIndex((line, index) => index > last && !/^[ \t]+\S/.test(line));
  const at = end === -1 ? lines.length : end;
  return [...lines.slice(0, at), ...items, ...lines.slice(at)].join('\n');
}

function markerAfter(line: string): (index: number) => string {
  const ordered = /^(\d{1,9})([.)])/.exec(line);
  if (ordered !== null) {
    return (index) => `${String(Number(ordered[1]) + 1 + index)}${ordered[2] ?? '.'}`;
  }
  const marker = /^[-*+]/.exec(line)?.[0] ?? '-';
  return () => marker;
}

/** Returns the topics of a text: the items at the top of its lists, else its headings below the title, else its lines. */
export function readTopics(text: string): readonly string[] {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  const items = lines.flatMap((line) => {
    const item = /^(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$/.exec(line)?.[1];
    return item === undefined ? [] : [plain(item)];
  });
  if (items.length > 0) return items;
  const headings = lines.flatMap((line) => {
    const heading = /^#{2,6}[ \t]+(\S.*?)[ \t]*#*$/.exec(line)?.[1];
    return heading === undefined ? [] : [plain(heading)];
  });
  if (headings.length > 0) return headings;
  return lines.map(plain).filter((line) => line !== '' && !line.startsWith('#'));
}

/** A brace of a placeholder, and a comment, mean something in minutes. */
function plain(text: string): string {
  return text.replace(/<!--.*?(?:-->|$)/g, '').trim();
}
