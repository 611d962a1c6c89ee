/** Returns a text as it is compared: without regard to case, white space and normalisation form. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
