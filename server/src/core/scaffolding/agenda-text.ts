import type { Topic } from './read-topics.ts';

/** Returns the text of an agenda with topics as further items of its list, each with what is nested below it. */
export function withAgenda(body: string, topics: readonly Topic[]): string {
  if (topics.length === 0) return body;
  const lines = body === '' ? [] : body.split('\n');
  const last = lines.findLastIndex((line) => /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line));
  const marker = markerAfter(lines[last] ?? '');
  const items = topics.flatMap(({ title, below }, index) => {
    const own = marker(index);
    const indent = ' '.repeat(own.length + 1);
    return [`${own} ${title}`, ...below.map((line) => indent + line)];
  });
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
