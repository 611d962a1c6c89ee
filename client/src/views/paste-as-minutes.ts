import {
  commands,
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
import {
  pasteMinutesRequest,
  type PastedMinutes,
} from '../../../server/src/protocol/paste-minutes.ts';

/** Offers to paste word processors', wikis' and etherpads' content as minutes; the raw text stays the other choice. */
export function offerPasteAsMinutes(
  client: BaseLanguageClient,
  selector: DocumentSelector,
  isClaimed: (document: TextDocument) => boolean,
): Disposable {
  const kind = pasteKind();
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, content, context, token) {
      const [range] = ranges;
      const anywhere = context.only?.value === kind.value;
      const isOwn = content.get('vscode-editor-data') !== undefined && !anywhere;
      if (range === undefined || ranges.length > 1 || isOwn) return [];
      if (!isClaimed(document) && !anywhere) return [];
      const pasted = await askServer(client, document, { range, content, anywhere }, token);
      return pasted === null ? [] : [new DocumentPasteEdit(pasted.text, titleOf(pasted.did), kind)];
    },
  };
  return languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/html', 'text/plain'],
  });
}

/** Pastes the clipboard as minutes, in any Markdown. */
export async function pasteAsMinutes(): Promise<void> {
  await commands.executeCommand('editor.action.pasteAs', { kind: pasteKind().value });
}

function pasteKind(): DocumentDropOrPasteEditKind {
  return DocumentDropOrPasteEditKind.Text.append('minutes');
}

/** What is pasted, over what, and whether the user asked for it. */
interface Pasting {
  readonly range: Range;
  readonly content: DataTransfer;
  readonly anywhere: boolean;
}

/** Says in the menu beside the pasted text what was done. */
function titleOf(did: PastedMinutes['did']): string {
  switch (did) {
    case 'kept-source':
      return l10n.t('Paste as Minutes: Markdown, Headings Below the Section');
    case 'made-minutes':
      return l10n.t('Paste as Minutes: Sections of the Template');
    case 'made-items':
      return l10n.t('Paste as Minutes: Chat as Items');
    case 'made-line':
      return l10n.t('Paste as Minutes: in the Line');
    case 'made-blocks':
      return l10n.t('Paste as Minutes: Lists, Tables, and Links');
  }
}

async function askServer(
  client: BaseLanguageClient,
  document: TextDocument,
  { range, content, anywhere }: Pasting,
  token: CancellationToken,
): Promise<PastedMinutes | null> {
  const textOf = async (type: string): Promise<string | null> =>
    (await content.get(type)?.asString()) ?? null;
  const params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    version: document.version,
    range: client.code2ProtocolConverter.asRange(range),
    html: await textOf('text/html'),
    text: await textOf('text/plain'),
    anywhere,
  };
  const pasted = await client.sendRequest(pasteMinutesRequest, params, token);
  return document.version === params.version ? pasted : null;
}
