import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  type DocumentPasteEditProvider,
  type DocumentSelector,
  type Range,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pasteMinutesRequest } from '../../../server/src/protocol/paste-minutes.ts';

/** Offers to paste word processors', wikis' and etherpads' content as minutes; the raw text stays the other choice. */
export function offerPasteAsMinutes(
  client: BaseLanguageClient,
  selector: DocumentSelector,
  isClaimed: (document: TextDocument) => boolean,
): Disposable {
  const kind = DocumentDropOrPasteEditKind.Text.append('minutes');
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, content, _context, token) {
      const [range] = ranges;
      const isOwn = content.get('vscode-editor-data') !== undefined;
      if (range === undefined || ranges.length > 1 || isOwn || !isClaimed(document)) return [];
      const markdown = await askServer(client, document, range, content, token);
      return markdown === null
        ? []
        : [new DocumentPasteEdit(markdown, l10n.t('Paste as Minutes'), kind)];
    },
  };
  return languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/html', 'text/plain'],
  });
}

async function askServer(
  client: BaseLanguageClient,
  document: TextDocument,
  range: Range,
  content: DataTransfer,
  token: CancellationToken,
): Promise<string | null> {
  const textOf = async (type: string): Promise<string | null> =>
    (await content.get(type)?.asString()) ?? null;
  const params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    version: document.version,
    position: client.code2ProtocolConverter.asPosition(range.start),
    html: await textOf('text/html'),
    text: await textOf('text/plain'),
  };
  const markdown = await client.sendRequest(pasteMinutesRequest, params, token);
  return document.version === params.version ? markdown : null;
}
