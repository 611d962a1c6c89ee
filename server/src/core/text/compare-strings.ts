/** Returns the order of two strings by their UTF-16 code units, the same in every locale: dates, paths and ids. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
