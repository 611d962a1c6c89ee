import type { TextEdit } from './text-edit.ts';

/**
 * Returns the edits that give a text the white space of another, which differs in nothing else.
 * Offsets begin at `start`.
 * @throws RangeError where the texts differ in more than white space.
 */
export function whiteSpaceEdits(before: string, after: string, start: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const [old, next] = [splitWords(before), splitWords(after)];
  if (old.length !== next.length) throw new RangeError('The texts differ in more than white space');
  let offset = start;
  old.forEach(({ space, rest }, index) => {
    const wanted = next[index];
    if (wanted?.rest !== rest) throw new RangeError('The texts differ in more than white space');
    if (wanted.space !== space) {
      edits.push({ range: { start: offset, end: offset + space.length }, text: wanted.space });
    }
    offset += space.length + rest.length;
  });
  return edits;
}

/** Splits into white space, which may be empty, and the one character after it. */
function splitWords(text: string): readonly { readonly space: string; readonly rest: string }[] {
  const words = [...text.matchAll(/([ \t\r\n]*)([^ \t\r\n])/g)].map(
    ([, space = '', rest = '']) => ({
      space,
      rest,
    }),
  );
  const end = /[ \t\r\n]*$/.exec(text)?.[0] ?? '';
  return [...words, { space: end, rest: '' }];
}
