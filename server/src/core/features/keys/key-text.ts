import { parseMarkdown, type MarkdownDocument } from '../../markdown/parse-markdown.ts';

/** A text as keys look at it. */
export type KeyText = MarkdownDocument;

/** Returns a text as keys look at it; what did not change since the one given before is not read again. */
export function readKeyText(text: string, before?: KeyText): KeyText {
  return parseMarkdown(text, before);
}
