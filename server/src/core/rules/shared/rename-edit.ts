import type { Nodes } from 'mdast';
import type { Slip } from '../../matching/slip.ts';
import type { Heading } from '../../minutes/heading.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** Returns the edit that writes the word that was meant into a heading; null where markup parts the word. */
export function renameEdit(heading: Heading, { written, meant }: Slip): TextEdit | null {
  const node = heading.node();
  const places = textsIn(node).flatMap(({ start, value }) => {
    const source = heading.source.slice(start, start + value.length);
    const at = source === value ? placeOf(written, value) : -1;
    return at === -1 ? [] : [start + at];
  });
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const start = heading.range.start + place;
  return { range: { start, end: start + written.length }, text: meant };
}

/** A run of plain text in a heading, by its offset from the heading's start. */
interface PlainRun {
  readonly start: number;
  readonly value: string;
}

function textsIn(node: Nodes): readonly PlainRun[] {
  const origin = node.position?.start.offset ?? 0;
  const visit = (each: Nodes): readonly PlainRun[] => {
    const start = (each.position?.start.offset ?? 0) - origin;
    if (each.type === 'text') return [{ start, value: each.value }];
    if (each.type === 'inlineCode') return [{ start: start + 1, value: each.value }];
    return 'children' in each ? each.children.flatMap(visit) : [];
  };
  return visit(node);
}

/** Returns the place of a word in a text where it is there once, or -1. */
function placeOf(word: string, text: string): number {
  const first = text.indexOf(word);
  return first === text.lastIndexOf(word) ? first : -1;
}
