import {
  Disposable,
  OverviewRulerLane,
  ThemeColor,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { unfilledPlacesRequest } from '../../../server/src/protocol/unfilled-places.ts';

/** Marks, beside the scroll bar of claimed minutes, where something is still to be written. */
export function markUnfilled(
  client: BaseLanguageClient,
  isClaimed: (editor: TextEditor) => boolean,
  onClaimed: (listener: () => void) => Disposable,
): Disposable {
  const decoration = window.createTextEditorDecorationType({
    overviewRulerColor: new ThemeColor('minutes.unfilledForeground'),
    overviewRulerLane: OverviewRulerLane.Right,
  });
  const mark = async (editor: TextEditor): Promise<void> => {
    if (!isClaimed(editor)) {
      editor.setDecorations(decoration, []);
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
    const places = await client.sendRequest(unfilledPlacesRequest, { uri });
    if (places?.version !== editor.document.version) return;
    const ranges = places.ranges.map((range) => client.protocol2CodeConverter.asRange(range));
    editor.setDecorations(decoration, ranges);
  };
  const markAll = (): void => {
    for (const editor of window.visibleTextEditors) {
      mark(editor).catch((error: unknown) => {
        client.error('Unfilled places were not marked', error, false);
      });
    }
  };
  markAll();
  return Disposable.from(
    decoration,
    onClaimed(markAll),
    window.onDidChangeVisibleTextEditors(markAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'markdown') markAll();
    }),
  );
}
