import type { OffsetRange } from './offset-range.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Returns edits of a text that do what two sets of edits do one after the other.
 * The second set speaks of the text after the first; edits that touch each other become one.
 */
export function composeEdits(
  text: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  if (second.length === 0) return first;
  const between = applyEdits(text, first);
  const written = placeEdits(first);
  const parts = [
    ...written.map(({ edit, place }) => ({ place, first: edit, second: null })),
    ...second.map((edit) => ({ place: edit.range, first: null, second: edit })),
  ].sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  const clusters: (typeof parts)[] = [];
  let end = -1;
  for (const part of parts) {
    const last = clusters.at(-1);
    if (last === undefined || part.place.start > end) clusters.push([part]);
    else last.push(part);
    end = Math.max(end, part.place.end);
  }
  return clusters.flatMap((cluster): readonly TextEdit[] => {
    const edits = cluster.flatMap((part) => part.second ?? []);
    const own = cluster.flatMap((part) => part.first ?? []);
    if (edits.length === 0) return own;
    const place = {
      start: Math.min(...cluster.map((part) => part.place.start)),
      end: Math.max(...cluster.map((part) => part.place.end)),
    };
    const before = written.filter((each) => each.place.start < place.start);
    const start = place.start - growthOf(before.map(({ edit }) => edit));
    const length = place.end - place.start - growthOf(own);
    const inside = edits.map((edit) => ({
      range: { start: edit.range.start - place.start, end: edit.range.end - place.start },
      text: edit.text,
    }));
    const replaced = applyEdits(between.slice(place.start, place.end), inside);
    return [{ range: { start, end: start + length }, text: replaced }];
  });
}

/** Returns where an offset of a text is after edits; what is inserted at it precedes it. */
export function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((after, { range, text }) => {
    if (range.end <= offset) return after + text.length - (range.end - range.start);
    return range.start < offset ? after - (offset - range.start) : after;
  }, offset);
}

function placeEdits(edits: readonly TextEdit[]): { edit: TextEdit; place: OffsetRange }[] {
  let grown = 0;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .map((edit) => {
      const start = edit.range.start + grown;
      grown += growthOf([edit]);
      return { edit, place: { start, end: start + edit.text.length } };
    });
}

function growthOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0);
}
