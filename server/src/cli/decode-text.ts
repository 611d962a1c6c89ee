import * as l10n from '@vscode/l10n';
/** A text with what its bytes began with. */
export interface DecodedText {
  readonly text: string;
  readonly hasMark: boolean;
}

/** Returns the text of UTF-8 bytes without a byte order mark, or why they are not text. */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly reason: string } {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { reason: l10n.t('is UTF-16; save it as UTF-8') };
  }
  if (bytes.includes(0)) return { reason: l10n.t('is binary, not text') };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const invalid = text.includes('\uFFFD') ? firstInvalid(bytes, text) : -1;
  if (invalid !== -1) {
    const line = 1 + bytes.subarray(0, invalid).filter((byte) => byte === 10).length;
    return { reason: l10n.t('is not UTF-8: invalid bytes on line {0}; save it as UTF-8', line) };
  }
  return text.startsWith(mark) ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
}

/** Returns the UTF-8 bytes of a text, with the byte order mark that it was read with. */
export function encodeText(decoded: DecodedText): Uint8Array {
  return new TextEncoder().encode(markedText(decoded));
}

/** Returns a text with the byte order mark that it was read with. */
export function markedText({ text, hasMark }: DecodedText): string {
  return hasMark ? mark + text : text;
}

const mark = '\uFEFF';

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Returns the offset of the first bytes that were replaced in a text, or -1 where the text means what it says. */
function firstInvalid(bytes: Uint8Array, text: string): number {
  const encoded = new TextEncoder().encode(text);
  const index = bytes.findIndex((byte, at) => byte !== encoded[at]);
  return index === -1 && bytes.length !== encoded.length ? bytes.length : index;
}
