import type { WrittenLine } from './written-lines.ts';

/** Returns the items that a line introduces: those right below it, and of an item those that are nested in it. */
export function itemsBelow(
  lines: readonly WrittenLine[],
  index: number,
  text: string,
): readonly WrittenLine[] {
  const line = lines[index];
  if (line === undefined) return [];
  let last = line;
  let end = index + 1;
  for (let next = lines[end]; next?.kind === 'item'; next = lines[++end]) {
    if (line.kind === 'item' && next.indentation <= line.indentation) break;
    if (!isBlank(text.slice(last.range.end, next.range.start))) break;
    last = next;
  }
  return lines.slice(index + 1, end);
}

/** Returns what a line says, with the items that it introduces where it ends in a colon. */
export function withItems(said: string, items: readonly WrittenLine[]): string {
  if (!said.endsWith(':') || items.length === 0) return said;
  const list = items.map(({ content }) => content).join('; ');
  return `${said} ${list}`.replace(/^:\s*/, '').trim();
}

/** A heading, a table or code in between begins something else. */
function isBlank(between: string): boolean {
  return /^[\s>]*$/.test(between);
}
