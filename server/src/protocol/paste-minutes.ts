import { RequestType, type Position } from 'vscode-languageserver-protocol';

/** What is pasted, and where. */
export interface PasteParams {
  readonly uri: string;
  readonly version: number;
  readonly position: Position;
  readonly html: string | null;
  readonly text: string | null;
}

/** Asks what pasted content becomes in minutes; null where it stays as it is, or the document is of another version. */
export const pasteMinutesRequest = new RequestType<PasteParams, string | null, void>(
  'minutes/paste',
);
