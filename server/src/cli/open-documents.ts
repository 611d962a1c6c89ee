import * as l10n from '@vscode/l10n';
import { dirname } from 'node:path';
import { decodeText, type DecodedText } from './decode-text.ts';
import { UsageError, type Environment, type FileSystem, type ReadResult } from './environment.ts';
import { findDocuments, searchOf } from './find-documents.ts';
import type { RunOptions } from './run-options.ts';
import type { FoundDocument } from './found-document.ts';

/** A path with the document there, or with why it can't be read. */
export type OpenedPath =
  | { readonly path: string; readonly document: OpenDocument }
  | { readonly path: string; readonly reason: string };

/** A document with its content. */
export interface OpenDocument extends FoundDocument {
  readonly bytes: Uint8Array;
  readonly decoded: DecodedText;
}

/**
 * Reads the documents of the given paths, or of the working directory where none is given.
 * `note` is called for links that are passed over.
 * @throws UsageError where `-` is among other paths, or the name of a standard input without it.
 */
export async function openDocuments(
  paths: readonly string[],
  { stdinFilename, ...options }: Pick<RunOptions, 'stdinFilename' | 'ignore' | 'exclude'>,
  { files, git, ...input }: Environment,
  note: (path: string, reason: string) => void = () => undefined,
): Promise<readonly OpenedPath[]> {
  if (paths.includes('-')) {
    if (paths.length > 1)
      throw new UsageError(l10n.t('“-” (the standard input) must be the only path'));
    const location = stdinFilename === undefined ? null : files.absolute(stdinFilename);
    return [open(standardInput(stdinFilename ?? '-', location), await input.readInput())];
  }
  if (stdinFilename !== undefined)
    throw new UsageError(l10n.t('--stdin-filename needs the path “-”'));
  const { documents, unreadable, passed } = findDocuments(
    paths.length === 0 ? ['.'] : paths,
    searchOf(options, { files, git }),
  );
  for (const { path, reason } of passed) note(path, reason);
  return [...unreadable, ...documents.map((found) => openFound(found, files))];
}

/** Reads a document that was found. */
export function openFound(found: FoundDocument, files: FileSystem): OpenedPath {
  return open(found, files.read(found.path));
}

function standardInput(path: string, location: string | null): FoundDocument {
  return {
    path,
    location,
    within: location === null ? '.' : dirname(location),
    origin: 'standard-input',
  };
}

function open(found: FoundDocument, read: ReadResult): OpenedPath {
  const { path } = found;
  if ('reason' in read) return { path, reason: read.reason };
  const decoded = decodeText(read.bytes);
  if ('reason' in decoded) return { path, reason: decoded.reason };
  return { path, document: { ...found, bytes: read.bytes, decoded } };
}
