import {
  DidChangeWorkspaceFoldersNotification,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { isWithin, normalizeUri } from './document-uri.ts';

/** The folders that the client has open, by normalized URI. */
export interface WorkspaceFolders {
  all(): readonly string[];
  /** Returns the innermost folder that holds a file; null where none does. */
  of(uri: string): string | null;
}

/** Keeps the workspace folders in step, also for clients that know one root only. */
export function workspaceFolders(
  params: InitializeParams,
  connection: Connection,
  onChange: () => void,
): WorkspaceFolders {
  let folders = initialFolders(params).map(normalizeFolder);
  if (params.capabilities.workspace?.workspaceFolders === true) {
    // The connection's own event would register itself before the client listens.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      const { added, removed } = event;
      const gone = new Set(removed.map(({ uri }) => normalizeFolder(uri)));
      folders = [
        ...folders.filter((folder) => !gone.has(folder)),
        ...added.map(({ uri }) => normalizeFolder(uri)),
      ];
      onChange();
    });
  }
  return {
    all: () => folders,
    of: (uri) =>
      folders
        .filter((folder) => isWithin(folder, normalizeUri(uri)))
        .reduce<string | null>(
          (inner, folder) => (folder.length > (inner?.length ?? -1) ? folder : inner),
          null,
        ),
  };
}

function initialFolders(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map(({ uri }) => uri);
  const { rootUri }: OlderParams = params;
  return folders ?? (typeof rootUri === 'string' ? [rootUri] : []);
}

/** What clients from before LSP 3.6 send. */
interface OlderParams {
  readonly rootUri?: string | null;
}

function normalizeFolder(uri: string): string {
  return normalizeUri(uri).replace(/(?<!\/)\/$/, '');
}
