import { l10n, Selection, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { unfilledPlacesRequest } from '../../../server/src/protocol/unfilled-places.ts';

/** Selects the next or the previous place that is still to be written, around the end where there is none. */
export async function goToUnfilled(
  client: BaseLanguageClient,
  direction: 'next' | 'previous',
): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const places = await client.sendRequest(unfilledPlacesRequest, { uri });
  if (places?.version !== document.version) return;
  const ranges = places.ranges.map((range) => client.protocol2CodeConverter.asRange(range));
  if (ranges.length === 0) {
    window.setStatusBarMessage(l10n.t('Everything is filled in.'), 5000);
    return;
  }
  const { start } = editor.selection;
  const chosen =
    direction === 'next'
      ? (ranges.find((range) => range.start.isAfter(start)) ?? ranges[0])
      : (ranges.findLast((range) => range.start.isBefore(start)) ?? ranges.at(-1));
  if (chosen === undefined) return;
  editor.selection = new Selection(chosen.start, chosen.end);
  editor.revealRange(chosen);
}
