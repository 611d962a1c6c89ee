import { encode } from 'windows-1252';

/** Matches texts in which a character of UTF-8 may have been read as several of windows-1252. */
export const mojibakeSign =
  /[ÂÃ][\u0080-\u00bf‚-‹‘-”–—•…ŒœŠšŸŽžƒˆ˜€™›]|[ÄÅÐÑ][\u0080-\u00bf‚-‹‘-”–—•…ŒœŠšŸŽžƒˆ˜€™›]\p{Ll}|â[€„†‰‡\u0080\u0084\u0086\u0087\u0089]|ð[Ÿ\u009f]|ï»¿|ï¿½/u;

const wrongRead = /[À-ôŸ][\u0080-\u00bf‚-‹‘-”†‡–—•…‰ŒœŠšŸŽžƒˆ˜€™›]{1,3}/gu;

/**
 * Returns a word as it was before its UTF-8 was read as windows-1252, once or several times.
 * Null where it shows no sign of that, or where the way back is not exact.
 */
export function undoMojibake(word: string): string | null {
  let text = word;
  while (mojibakeSign.test(text)) {
    const before = text.replace(wrongRead, (run) => decodeRun(run) ?? run);
    if (before === text) break;
    text = before;
  }
  return text === word || /[\p{Cc}\uFFFD]/u.test(text) ? null : text;
}

/** Decodes the bytes of windows-1252 as UTF-8; as many of the run's characters as make one. */
function decodeRun(run: string): string | null {
  for (let length = run.length; length > 1; length--) {
    const decoded = decodeUtf8(bytesOf(run.slice(0, length)));
    if (decoded !== null) return decoded + run.slice(length);
  }
  return null;
}

/** Characters up to U+00FF are their own byte, as in Latin-1: some of them are in no windows-1252. */
function bytesOf(run: string): readonly number[] {
  return Array.from(run).flatMap((character) => {
    const code = character.charCodeAt(0);
    return code <= 0xff ? code : [...encode(character, { mode: 'fatal' })];
  });
}

/** Core has no `TextDecoder`; the language itself decodes what is percent-encoded. */
function decodeUtf8(bytes: readonly number[]): string | null {
  const encoded = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
