import type { Connection } from 'vscode-languageserver';
import { normalizeUri } from './document-uri.ts';
import type { FileSystem } from './file-system.ts';
import type { OpenDocuments } from './open-documents.ts';

/** What other programs saved while a document was being written. */
export interface SavedVersions {
  /** Returns the text on disk where it is one that the editor never had; else null. */
  of(uri: string): string | null;
}

/** Follows the files of open documents; `onChange` is called when another program has saved one. */
export function followSavedVersions(
  connection: Connection,
  documents: OpenDocuments,
  files: FileSystem,
  onChange: () => void,
): SavedVersions & { readonly fileChanged: (uri: string) => Promise<void> } {
  const inStep = new Map<string, string>();
  const foreign = new Map<string, string>();
  documents.onEvent((event, uri) => {
    const key = normalizeUri(uri);
    if (event === 'change') return;
    foreign.delete(key);
    const text = documents.get(uri)?.text;
    if (event === 'close' || text === undefined) inStep.delete(key);
    else inStep.set(key, text);
  });
  return {
    of: (uri) => foreign.get(normalizeUri(uri)) ?? null,
    async fileChanged(uri) {
      const key = normalizeUri(uri);
      const open = documents.get(uri);
      if (open === undefined) return;
      const text = await files.readFile(uri).catch((error: unknown) => {
        connection.console.warn(`${uri} can’t be read: ${String(error)}`);
        return null;
      });
      if (text === null || text === inStep.get(key) || text === open.text) return;
      foreign.set(key, text);
      onChange();
    },
  };
}
