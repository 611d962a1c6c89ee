import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  maximumBytes,
  readDirectoryRequest,
  readFileRequest,
  type DirectoryEntry,
} from '../../server/src/protocol/file-requests.ts';

/** Answers when the server asks for files, as it does where it can't read them itself. */
export function serveFiles(client: BaseLanguageClient): readonly Disposable[] {
  return [
    client.onRequest(readFileRequest, ({ uri }) => readFile(Uri.parse(uri))),
    client.onRequest(readDirectoryRequest, ({ uri }) => readDirectory(Uri.parse(uri))),
  ];
}

async function readFile(uri: Uri): Promise<string | null> {
  const status = await orNull(workspace.fs.stat(uri));
  if (status === null || (status.type & FileType.File) === 0) return null;
  if (status.size > maximumBytes) throw new Error(`${uri.toString()} is too large: it is not read`);
  const bytes = await orNull(workspace.fs.readFile(uri));
  return bytes && new TextDecoder().decode(bytes);
}

async function readDirectory(uri: Uri): Promise<readonly DirectoryEntry[]> {
  const entries = (await orNull(workspace.fs.readDirectory(uri))) ?? [];
  return entries.flatMap(([name, type]): DirectoryEntry[] => {
    if (type === FileType.Directory) return [{ name, kind: 'directory' }];
    return (type & FileType.File) === 0 ? [] : [{ name, kind: 'file' }];
  });
}

/** Absence is an answer; every other failure is the caller's. */
async function orNull<Value>(reading: Thenable<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileSystemError && isAbsence(error.code)) return null;
    throw error;
  }
}

function isAbsence(code: string): boolean {
  return ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(code);
}
