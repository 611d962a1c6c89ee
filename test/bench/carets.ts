/** What is typed at each caret, again and again. */
export const typed = ' and the pilots moored her, says the harbour master.';

/** Places where text is inserted in turn; each moves on with what is inserted there and before it. */
export interface Carets {
  readonly count: number;
  /** Returns the offset of the next place, at which so many characters are about to be inserted. */
  next(length: number): number;
}

/** Returns carets at the ends of lines of updates near the start of a text, in the middle and near the end. */
export function createCarets(text: string): Carets {
  const offsets = [0.02, 0.5, 0.9].map((part) =>
    text.indexOf('\n', text.indexOf('\n- ', text.length * part) + 1),
  );
  let turn = -1;
  return {
    count: offsets.length,
    next(length) {
      turn = (turn + 1) % offsets.length;
      const offset = offsets[turn] ?? 0;
      for (let index = turn; index < offsets.length; index++) {
        offsets[index] = (offsets[index] ?? 0) + length;
      }
      return offset;
    },
  };
}

/** Returns places after words anywhere in a text, always the same ones; what is inserted grows where it is. */
export function createRandomPlaces(text: string): Carets {
  const ends = [...text.matchAll(/\p{L}(?= \p{L})/gu)].map(({ index }) => index + 1);
  const inserted: { readonly at: number; readonly length: number }[] = [];
  let state = 7919;
  return {
    count: 1,
    next(length) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const at = ends[(state >> 8) % ends.length] ?? 0;
      const before = inserted.filter((each) => each.at <= at);
      inserted.push({ at, length });
      return before.reduce((sum, each) => sum + each.length, at);
    },
  };
}
