import type { Connection } from 'vscode-languageserver';
import { readDirectoryRequest, readFileRequest } from '../../protocol/file-requests.ts';
import type { FileSystem } from './file-system.ts';

/** Returns a file system that asks the client, as in the browser and in virtual workspaces. */
export function createClientFileSystem(connection: Connection): FileSystem {
  return {
    readFile: (uri) => connection.sendRequest(readFileRequest, { uri }),
    readDirectory: (uri) => connection.sendRequest(readDirectoryRequest, { uri }),
    realPath: (uri) => Promise.resolve(uri),
    knowsAbsence: () => false,
  };
}

/** Returns a file system without any file. */
export function createEmptyFileSystem(): FileSystem {
  return {
    readFile: () => Promise.resolve(null),
    readDirectory: () => Promise.resolve([]),
    realPath: () => Promise.resolve(null),
    knowsAbsence: () => false,
  };
}
