/** Characters that move the cursor, color, hide or reorder what a terminal shows. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** Returns the text without characters that a terminal would obey instead of showing them. */
export function printableText(text: string): string {
  return text.replace(unprintable, (character) => ('\n\t'.includes(character) ? character : ''));
}

/** Returns the printable text on one line. */
export function printableLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unprintable, '');
}

/** Returns the value as JSON of ASCII-safe control and direction characters. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
