import fastStringWidth from 'fast-string-width';

/** Returns how many columns of a monospaced font a text takes; wide characters and emoji take two. */
export function displayWidth(text: string): number {
  return fastStringWidth(text);
}
