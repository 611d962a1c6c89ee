import { RequestType, type Range } from 'vscode-languageserver-protocol';

/** What pasted content becomes, and what was done with it. */
export interface PastedMinutes {
  readonly text: string;
  readonly did: 'kept-source' | 'made-minutes' | 'made-items' | 'made-line' | 'made-blocks';
}

/** What is pasted, and over what. */
export interface PasteParams {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly html: string | null;
  readonly text: string | null;
  /** Whether the user asked for it, so that no template has to claim the document. */
  readonly anywhere: boolean;
}

/** Asks what pasted content becomes in minutes; null where it stays as it is, or the document is of another version. */
export const pasteMinutesRequest = new RequestType<PasteParams, PastedMinutes | null, void>(
  'minutes/paste',
);
