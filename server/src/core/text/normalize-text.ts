/** Returns a text as it is compared: without regard to case, white space and normalization form. */
export function normalizeText(text: string): string {
  const even = uneven.test(text) ? text.normalize('NFKC').replace(/\s+/g, ' ') : text;
  return even.trim().toLowerCase();
}

/** What most texts have none of: characters outside ASCII, and white space but single spaces. */
const uneven = /[^ -~]| {2}/;
