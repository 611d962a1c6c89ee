/**
 * Returns a heading's text without what comparing ignores at its ends: punctuation after it, emoji and symbols,
 * a number in front, with or without a word before it, a time box or an address after it, and invisible characters anywhere.
 */
export function withoutOrnaments(text: string): string {
  if (plainWords.test(text)) return text;
  let left = text.replace(invisible, '').replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== left;) {
    before = left;
    for (const ornament of ornaments) left = left.replace(ornament, '');
  }
  return left;
}

/**
 * Returns a heading's text in the form in which names are compared that aren't equal as they are written;
 * empty where no letter or digit is left.
 */
export function looseName(text: string): string {
  const left = withoutOrnaments(text);
  return /[A-Za-z\d]/.test(left) || /[\p{L}\p{N}]/u.test(left) ? evenName(left) : '';
}

/** Returns a text without regard to case, quotes, forms of letters, and “&” for “and”. */
export function evenName(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛ʼ′´`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\s*&\s*/g, ' and ')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What has nothing that is ignored; most headings are so, and compiling the expressions for others takes as long as a check. */
const plainWords = /^[A-Za-z](?:(?:[A-Za-z\d,'()-]| (?! ))*[A-Za-z\d])?$/;

const invisible = /[\p{Cf}\uFE0E\uFE0F]/gu;

const months =
  'jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?';

/** Pictures and signs that no name needs; `#`, `+`, `$`, `%`, `@` and `/` may be part of the word beside them. */
const sign = String.raw`[\p{So}\p{Sk}\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3←-⇿•·–—*~|=<>^-]`;
const wordSign = String.raw`[#+$%@/]`;
const shortcode = String.raw`:[a-z0-9_+-]+:`;
const clock = String.raw`\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?`;
const span = String.raw`(?:~\s*)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:m|min|mins|minutes?|minuten|h|hrs?|hours?)\.?`;

/** A word with the number of a point of the agenda, such as “TOP 3.” or “Item 4a:”, before its name. */
const numbering = String.raw`\p{L}{1,12}\s+(?:\d{1,2}\p{L}?|\{number\})\s?[.:)]\s+(?=\p{L})`;

const ornaments: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:(?:[1-9]\d?|\{number\})[.)]|(?:X{0,1}(?:IX|IV|V?I{1,3}|V)|XX?)\.)\s+(?!(?:${months})\b)(?=\S)`,
    'iu',
  ),
  new RegExp(String.raw`^${numbering}`, 'iu'),
  new RegExp(String.raw`^(?:${sign}|${shortcode}(?=\s)|${wordSign}(?![\p{L}\p{N}]))+\s*`, 'iu'),
  new RegExp(String.raw`\s*(?:${sign}|(?<=\s)${shortcode}|(?<![\p{L}\p{N}])${wordSign})+$`, 'iu'),
  new RegExp(String.raw`\s*[([]\s*(?:${span}|${clock}(?:\s*[-–—]\s*${clock})?)\s*[)\]]$`, 'iu'),
  new RegExp(String.raw`\s+${clock}(?:\s*[-–—]\s*${clock})?$`, 'iu'),
  /\s+[([]?https?:\/\/[^\s()[\]]+[)\]]?$/iu,
  /\s*\{#[^{}\s]*\}$/u,
  /[\s:;,.!?…。：]+$/u,
];
