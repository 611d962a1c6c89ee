import { piecesIn, type Minutes } from '../minutes/read-minutes.ts';
import { joinSaid, type SaidText } from '../template/said-text.ts';
import type { Template } from '../template/template.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** Returns what whole lines of minutes say, one a line; what was read of their pieces is read no more. */
export function saidIn(range: OffsetRange, { markdown }: Minutes, template: Template): string {
  let said = '';
  for (const { piece, start } of piecesIn(markdown, range)) {
    const part = saidWithin(range.start - start, range.end - start, template.saidOf(piece));
    said = said === '' || part === '' ? said + part : `${said}\n${part}`;
  }
  return said;
}

function saidWithin(start: number, end: number, { lines, said }: SaidText): string {
  const [first] = lines;
  const last = lines.at(-1)?.range.end ?? 0;
  const without = first?.said === '' ? first.range.end : 0;
  if (start <= without && last <= end) return said;
  return joinSaid(lines.filter(({ range }) => start <= range.start && range.end <= end));
}
