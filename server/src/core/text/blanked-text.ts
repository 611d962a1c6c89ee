/** Returns a text of spaces with the same lines, so that all places after it stay where they are. */
export function blankedText(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
