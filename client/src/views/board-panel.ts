import {
  Disposable,
  l10n,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type ExtensionContext,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  BoardMessage,
  BoardState,
  BoardWords,
  FailedMove,
  ShownBoard,
} from '../../../server/src/protocol/board-messages.ts';
import {
  moveItemRequest,
  roadmapBoardRequest,
} from '../../../server/src/protocol/roadmap-board.ts';
import { panelOptions, panelPage } from './panel-page.ts';
import { createRefresh } from './refresh-view.ts';

const viewType = 'minutes.board';

/** The panels that show roadmaps as boards. */
export interface BoardPanels {
  readonly disposable: Disposable;
  /** Shows the roadmaps of minutes beside them. */
  show(document: TextDocument | undefined): Promise<void>;
}

/** Returns what shows the roadmaps of minutes as boards, also again after VS Code was closed. */
export function createBoardPanels(
  client: BaseLanguageClient,
  context: ExtensionContext,
): BoardPanels {
  const panels = new Map<string, WebviewPanel>();
  const open = (panel: WebviewPanel, { uri }: BoardState): void => {
    panels.set(uri, panel);
    panel.onDidDispose(() => {
      if (panels.get(uri) === panel) panels.delete(uri);
    });
    fill(panel, Uri.parse(uri), client, context);
  };
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel(panel, state: unknown) {
      panel.webview.options = panelOptions(context);
      if (isState(state)) open(panel, state);
      else panel.dispose();
      return Promise.resolve();
    },
  });
  return {
    disposable: serializer,
    async show(document) {
      if (document === undefined) {
        await window.showInformationMessage(l10n.t('Open minutes to see their roadmap.'));
        return;
      }
      const uri = document.uri.toString();
      const shown = panels.get(uri);
      if (shown !== undefined) shown.reveal();
      else {
        const title = titleOf(document.uri);
        const options = panelOptions(context);
        open(window.createWebviewPanel(viewType, title, ViewColumn.Beside, options), { uri });
      }
    },
  };
}

/** Lets a panel show the roadmaps of minutes, follow what is typed, and move items in the text. */
function fill(
  panel: WebviewPanel,
  uri: Uri,
  client: BaseLanguageClient,
  context: ExtensionContext,
): void {
  const address = client.code2ProtocolConverter.asUri(uri);
  const report = (error: unknown): void => {
    client.error('The roadmap was not shown', error, false);
  };
  const draw = async (): Promise<void> => {
    await workspace.openTextDocument(uri);
    const board = await client.sendRequest(roadmapBoardRequest, { uri: address });
    const state = { uri: uri.toString() };
    await panel.webview.postMessage({
      kind: 'board',
      state,
      title: titleOf(uri),
      board,
      words: words(),
    } satisfies ShownBoard);
  };
  const refresh = createRefresh(panel, draw, report);
  const receive = async (message: BoardMessage): Promise<void> => {
    if (message.kind === 'ready') refresh();
    else if (message.kind === 'open') {
      const place = client.protocol2CodeConverter.asPosition(message.position);
      await window.showTextDocument(uri, {
        selection: new Range(place, place),
        viewColumn: columnOf(uri),
      });
    } else if (!(await move(uri, message, client))) {
      await panel.webview.postMessage({ kind: 'failed' } satisfies FailedMove);
      refresh();
    }
  };
  const listeners = Disposable.from(
    panel.webview.onDidReceiveMessage((message: BoardMessage) => {
      receive(message).catch(report);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === uri.toString()) refresh();
    }),
    // What changed depends on the last meeting's minutes.
    workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'markdown') refresh();
    }),
    panel.onDidChangeViewState(refresh),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
  });
  panel.webview.html = panelPage(panel.webview, context, 'board');
}

/** Moves an item as one step for undo; returns false where the minutes are no longer those that the panel showed, or can't be edited. */
async function move(
  uri: Uri,
  { version, position, column, place }: Extract<BoardMessage, { kind: 'move' }>,
  client: BaseLanguageClient,
): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  const address = client.code2ProtocolConverter.asUri(uri);
  const params = { uri: address, version, position, column, place };
  const edits = await client.sendRequest(moveItemRequest, params);
  if (edits === null || document.version !== version) return false;
  const edit = new WorkspaceEdit();
  edit.set(
    uri,
    edits.map((each) => client.protocol2CodeConverter.asTextEdit(each)),
  );
  return workspace.applyEdit(edit);
}

/** Returns the editor group that shows the minutes. */
function columnOf(uri: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return shown?.viewColumn ?? ViewColumn.One;
}

function titleOf({ path }: Uri): string {
  return l10n.t('Roadmap: {0}', path.slice(path.lastIndexOf('/') + 1));
}

function words(): BoardWords {
  return {
    keys: l10n.t(
      'Arrow keys go from item to item, Alt with an arrow key moves the item, Enter goes to it in the minutes.',
    ),
    nothing: l10n.t('These minutes have no roadmap.'),
    since: l10n.t('Compared with the minutes of {0}.', '{0}'),
    isNew: l10n.t('New'),
    movedFrom: l10n.t('Moved from {0}', '{0}'),
    gone: l10n.t('No Longer on the Roadmap'),
    goneFrom: l10n.t('Gone from {0}', '{0}'),
    noHorizon: l10n.t('Without a Horizon'),
    moved: l10n.t('“{0}” is in {1} now, {2} of {3}.', '{0}', '{1}', '{2}', '{3}'),
    failed: l10n.t('Nothing was moved: the minutes have changed, or can’t be edited.'),
    toolbar: l10n.t('Move the selected item'),
    left: l10n.t('Previous Horizon'),
    right: l10n.t('Next Horizon'),
    up: l10n.t('Up'),
    down: l10n.t('Down'),
    open: l10n.t('Go to Minutes'),
  };
}

function isState(value: unknown): value is BoardState {
  return (
    typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string'
  );
}
