/** A half-open range of a text, in UTF-16 code units from its start. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Returns the same range in a text that has `offset` more code units before it. */
export function shiftRange(range: OffsetRange, offset: number): OffsetRange {
  return { start: range.start + offset, end: range.end + offset };
}

/** Returns whether the ranges share a code unit, or touch where one of them is empty. */
export function rangesTouch(a: OffsetRange, b: OffsetRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Returns whether `inner` lies within `outer`. */
export function containsRange(outer: OffsetRange, inner: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Returns the part of the text that the range covers. */
export function sliceRange(text: string, range: OffsetRange): string {
  return text.slice(range.start, range.end);
}
