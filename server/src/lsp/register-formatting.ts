import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Disposable,
  type DocumentSelector,
} from 'vscode-languageserver';
import { coalesce } from './coalesce.ts';
import { pathOf, schemeOf } from './documents/document-uri.ts';
import { errorText } from './error-text.ts';
import type { Session } from './session.ts';

/**
 * Registers formatting for the open documents that templates claim, and for no other:
 * where a client has another formatter for Markdown, it would ask the user which to take for all files.
 */
export function registerFormatting(session: Session): void {
  const { connection, documents, onInvalidated } = session;
  let registered: readonly Disposable[] = [];
  let known = '';
  const update = coalesce(
    async () => {
      const selector = await claimedDocuments(session);
      if (JSON.stringify(selector) === known) return;
      known = JSON.stringify(selector);
      for (const registration of registered) registration.dispose();
      registered =
        selector.length === 0
          ? []
          : [
              await connection.client.register(DocumentFormattingRequest.type, {
                documentSelector: selector,
              }),
              await connection.client.register(DocumentRangeFormattingRequest.type, {
                documentSelector: selector,
              }),
            ];
    },
    (error) => {
      connection.console.error(`Formatting was not registered: ${errorText(error)}`);
    },
  );
  documents.onEvent((event) => {
    if (event !== 'save') update();
  });
  onInvalidated(update);
}

async function claimedDocuments({ documents, snapshots }: Session): Promise<DocumentSelector> {
  const selector: DocumentSelector = [];
  for (const { uri } of documents.all()) {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') continue;
    const pattern = pathOf(uri).replace(/[[\]{}*?]/g, '[$&]');
    selector.push({ language: 'markdown', scheme: schemeOf(uri), pattern });
  }
  return selector;
}
