import { RequestType, type Range } from 'vscode-languageserver-protocol';

/** A section of the template that can be inserted where it belongs. */
export interface SectionInsertion {
  readonly kind: 'section' | 'team';
  readonly name: string;
  /** Lead and status of a team, else nothing. */
  readonly detail: string;
  /** The section in LSP's snippet syntax, with the blank lines that set it apart. */
  readonly snippet: string;
  /** What the snippet replaces; mostly an empty range. */
  readonly range: Range;
}

/** Asks for the sections and teams that the template of a document allows to insert. */
export const insertionsRequest = new RequestType<
  { readonly uri: string },
  readonly SectionInsertion[],
  void
>('minutes/insertions');
