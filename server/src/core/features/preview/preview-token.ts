/** A token of markdown-it, as far as it is looked at. */
export interface PreviewToken {
  type: string;
  tag: string;
  content: string;
  hidden: boolean;
  /** The first line and the one after the last, from 0; null within a line. */
  readonly map: [number, number] | null;
  attrs: [string, string][] | null;
  children: PreviewToken[] | null;
  attrJoin(name: string, value: string): void;
  attrSet(name: string, value: string): void;
}

/** Creates the tokens of a text, in an element with a class unless that is null. */
export type CreateText = (content: string, className: string | null) => PreviewToken[];

const holders = new Set(['paragraph_open', 'list_item_open', 'td_open', 'heading_open']);

/** Returns the token that opens the block around an inline token. */
export function holderOf(tokens: readonly PreviewToken[], index: number): PreviewToken | undefined {
  return tokens.findLast(({ type, hidden }, each) => each < index && holders.has(type) && !hidden);
}
