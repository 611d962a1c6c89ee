import { RequestType } from 'vscode-languageserver-protocol';
import { sizeLimit } from '../core/minutes/size-limit.ts';

/** The size of the largest file that is read. */
export const maximumBytes = sizeLimit;

/** An entry of a folder; a link to a file counts as a file, and a link to a folder is left out. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Asks the client for a file's text, decoded from UTF-8; null where there is no such file. */
export const readFileRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'minutes/readFile',
);

/** Asks the client for the entries of a folder; none where there is no such folder. */
export const readDirectoryRequest = new RequestType<
  { readonly uri: string },
  readonly DirectoryEntry[],
  void
>('minutes/readDirectory');
