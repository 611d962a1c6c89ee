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

/** What is written from right to left: the blocks of Hebrew, Arabic and their kin. */
const rightToLeft =
  '[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}]';
const rightToLeftRun = new RegExp(
  `${rightToLeft}(?:[${rightToLeft.slice(1, -1)}\\p{M}\\p{N}\\p{P}\\p{S}\\s]*${rightToLeft}\\p{M}*)?`,
  'gu',
);

/**
 * Returns a printable text whose parts from right to left don't reorder what is beside them (UAX #9, FSI and PDI).
 * The marks have no width, which is to be measured without them.
 */
export function isolated(printable: string): string {
  return printable.replace(rightToLeftRun, '\u2068$&\u2069');
}

/** Returns the value as JSON of ASCII-safe control and direction characters. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
