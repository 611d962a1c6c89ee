import { normalizeText } from '../text/normalize-text.ts';
import { withDatePlaceholders } from './dates-in-text.ts';
import { withNumbers } from './common-pattern.ts';

/** Returns what headings of other minutes may have in common with one, the most telling first: its words, its form, its label. */
export function headingKeys(text: string): readonly string[] {
  const words = withoutOrnament(text);
  const form = withNumbers(withDatePlaceholders(words));
  const label = /^(\p{L}[^:]{1,40}):\s*\S/u.exec(words)?.[1];
  return [
    ...new Set([
      normalizeText(words),
      ...(/\p{L}|\{date/u.test(form.replace('{number}', '')) ? [normalizeText(form)] : []),
      ...(label === undefined ? [] : [`${normalizeText(label)}: {text}`]),
    ]),
  ].filter((key) => key !== '');
}

/** Returns a heading without what is only decoration: end punctuation, and emoji and symbols at either end. */
function withoutOrnament(text: string): string {
  const bare = text
    .replace(/^[\p{Extended_Pictographic}\u{FE0F}\s]+/u, '')
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\s:.!…]+$/u, '');
  return bare === '' ? text.trim() : bare;
}
