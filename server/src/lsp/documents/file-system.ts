import type { DirectoryEntry } from '../../protocol/file-requests.ts';
import { isWithin } from './document-uri.ts';

/** Reads files by URI; what fails for another reason than absence rejects. */
export interface FileSystem {
  /** Returns the text of a file, decoded from UTF-8 without byte order mark; null where there is none. */
  readFile(uri: string): Promise<string | null>;
  /** Returns the entries of a folder; none where there is no such folder. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** Returns the URI with all links resolved; null where there is no such file or folder. */
  realPath(uri: string): Promise<string | null>;
  /** Returns whether the absence of a file can be known, as it can’t be of files that the client alone sees. */
  knowsAbsence(uri: string): boolean;
}

/**
 * Reads a file that lies in a folder also after all links are resolved.
 * Returns null where there is no such file.
 * @throws Error where a path or a link leads out of the folder.
 */
export async function readWithin(
  files: FileSystem,
  folder: string,
  uri: string,
): Promise<string | null> {
  const [realFolder, realFile] = await Promise.all([files.realPath(folder), files.realPath(uri)]);
  if (realFolder === null || realFile === null) return null;
  if (!isWithin(folder, uri) || !isWithin(realFolder, realFile)) {
    throw new Error(`${uri} leads out of ${folder}: it is not read`);
  }
  return files.readFile(uri);
}
