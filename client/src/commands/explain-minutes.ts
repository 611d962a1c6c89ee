import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { explainRequest } from '../../../server/src/protocol/explain-minutes.ts';

/** Pages that say why minutes are checked as they are. */
export interface Explanations {
  readonly disposable: Disposable;
  /** Shows the page of the active editor, rendered. */
  readonly show: () => Promise<void>;
}

const scheme = 'minutes-explanation';

/** Provides pages with what the server says about minutes, each asked for again when it is shown. */
export function createExplanations(client: BaseLanguageClient): Explanations {
  const shown = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: shown.event,
    provideTextDocumentContent: async ({ query }) =>
      (await client.sendRequest(explainRequest, { uri: query })) ?? '',
  });
  return {
    disposable: Disposable.from(shown, provider),
    async show() {
      const uri = window.activeTextEditor?.document.uri;
      if (uri === undefined) return;
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      const page = Uri.from({ scheme, path: `/${name}`, query: uri.toString() });
      shown.fire(page);
      await commands.executeCommand('markdown.showPreview', page);
    },
  };
}
