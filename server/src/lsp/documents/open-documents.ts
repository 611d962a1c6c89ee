import {
  TextDocuments,
  type Connection,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Converter } from '../convert.ts';
import { normalizeUri } from './document-uri.ts';
import type { FileSystem } from './file-system.ts';

/** An open document at one version. */
export interface OpenDocument {
  /** The URI as the client writes it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** What happened to an open document. */
export type DocumentEvent = 'open' | 'change' | 'save' | 'close';

/** The documents that the client has open. */
export interface OpenDocuments {
  /** Returns an open document, whatever the spelling of its URI. */
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** Calls back for each event; opening a document is also a change of it. */
  onEvent(listener: (event: DocumentEvent, uri: string) => void): void;
}

/** Returns the text of a document, open or not; null where there is none. */
export async function textOf(
  uri: string,
  { documents, files }: { readonly documents: OpenDocuments; readonly files: FileSystem },
): Promise<string | null> {
  return documents.get(uri)?.text ?? (await files.readFile(uri));
}

/** Keeps the client's open documents in step (LSP 3.18, text document synchronization). */
export function openDocuments(connection: Connection, converter: Converter): OpenDocuments {
  const synced = new TextDocuments({
    create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
    update: (document, changes, version) => applyChanges(document, changes, version, converter),
  });
  const uris = new Map<string, string>();
  const find = (uri: string): OpenDocument | undefined => {
    const document = synced.get(uri) ?? synced.get(uris.get(normalizeUri(uri)) ?? '');
    return document && snapshotOf(document);
  };

  const listeners: ((event: DocumentEvent, uri: string) => void)[] = [];
  const tell = (event: DocumentEvent, { uri }: TextDocument): void => {
    for (const listener of listeners) listener(event, uri);
  };
  synced.onDidOpen(({ document }) => {
    uris.set(normalizeUri(document.uri), document.uri);
    tell('open', document);
  });
  synced.onDidChangeContent(({ document }) => {
    tell('change', document);
  });
  synced.onDidSave(({ document }) => {
    tell('save', document);
  });
  synced.onDidClose(({ document }) => {
    uris.delete(normalizeUri(document.uri));
    tell('close', document);
  });
  synced.listen(connection);

  return {
    get: find,
    all: () => synced.all().map(snapshotOf),
    onEvent: (listener) => listeners.push(listener),
  };
}

function snapshotOf(document: TextDocument): OpenDocument {
  const { uri, languageId, version } = document;
  return { uri, languageId, version, text: document.getText() };
}

function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  converter: Converter,
): TextDocument {
  const lineText = (line: number): string =>
    document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  for (const change of changes) {
    TextDocument.update(document, [converter.toUtf16Change(change, lineText)], version);
  }
  return document;
}
