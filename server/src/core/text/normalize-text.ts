/** Returns a text as it is compared: without regard to case, white space and normalization form. */
export function normalizeText(text: string): string {
  const even = uneven.test(text) ? text.normalize('NFKC').replace(/\s+/g, ' ') : text;
  return even.trim().toLowerCase();
}

/** What most texts don't have: characters outside ASCII, and white space other than single spaces. */
const uneven = /[^ -~]| {2}/;
