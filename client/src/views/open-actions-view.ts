import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  TreeItemCheckboxState,
  window,
  workspace,
  WorkspaceEdit,
  type TreeDataProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  actionPlaceRequest,
  openActionsRequest,
  type ActionPlace,
  type OpenAction,
} from '../../../server/src/protocol/open-actions.ts';
import { showLocation } from '../commands/show-location.ts';
import { askForName, myName } from '../my-name.ts';
import { groupActions, itemOf, type ActionGroup, type ActionGrouping } from './open-action-item.ts';
import { createRefresh } from './refresh-view.ts';

/** The view “Open Actions”. */
export interface OpenActionsView {
  readonly disposable: Disposable;
  /** Shows the actions below their owners or their meetings. */
  group(by: ActionGrouping): Promise<void>;
  /** Shows all actions, or only the user's. */
  filter(filter: 'all' | 'mine'): Promise<void>;
  /** Goes to an action in its minutes. */
  open(action: unknown): Promise<void>;
}

/** Shows what the workspace's minutes say is not done; a check mark writes into the minutes that it is. */
export function showOpenActions(
  client: BaseLanguageClient,
  onStatus: (listener: () => void) => Disposable,
): OpenActionsView {
  const changed = new EventEmitter<void>();
  let actions: readonly OpenAction[] = [];
  let groups: readonly ActionGroup[] = [];
  let grouping: ActionGrouping = 'owner';
  let filter: 'all' | 'mine' = 'all';

  const provider: TreeDataProvider<ActionGroup | OpenAction> = {
    onDidChangeTreeData: changed.event,
    getChildren: (parent) =>
      parent === undefined ? [...groups] : 'actions' in parent ? [...parent.actions] : [],
    getTreeItem: (element) => itemOf(element, grouping),
  };
  const view = window.createTreeView('minutes.openActions', {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  });
  const draw = (): void => {
    const name = myName().toLowerCase();
    const shown = actions.filter(
      ({ owners }) =>
        filter === 'all' ||
        (name !== '' && owners.some((owner) => owner.toLowerCase().includes(name))),
    );
    groups = groupActions(shown, grouping);
    view.description = shown.length === 0 ? '' : l10n.t('{0} open', shown.length);
    changed.fire();
  };
  const ask = async (): Promise<void> => {
    actions = await client.sendRequest(openActionsRequest);
    draw();
  };
  const refresh = createRefresh(view, ask, (error) => {
    client.error('The view of open actions was not refreshed', error, false);
  });
  const placeOf = async ({ uri, source }: OpenAction): Promise<ActionPlace | null> => {
    const place = await client.sendRequest(actionPlaceRequest, { uri, source });
    if (place === null) refresh();
    return place;
  };
  const complete = async (action: OpenAction): Promise<void> => {
    const place = await placeOf(action);
    if (place === null) return;
    const edit = new WorkspaceEdit();
    const uri = client.protocol2CodeConverter.asUri(action.uri);
    edit.set(uri, await client.protocol2CodeConverter.asTextEdits([...place.done]));
    await workspace.applyEdit(edit);
    refresh();
  };
  const disposable = Disposable.from(
    view,
    changed,
    onStatus(refresh),
    view.onDidChangeVisibility(refresh),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [item, state] of items) {
        if (!('actions' in item) && state === TreeItemCheckboxState.Checked) void complete(item);
      }
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'markdown') refresh();
    }),
    workspace.onDidCreateFiles(refresh),
    workspace.onDidDeleteFiles(refresh),
    workspace.onDidRenameFiles(refresh),
  );
  return {
    disposable,
    async group(by) {
      grouping = by;
      await commands.executeCommand('setContext', 'minutes.actionsBy', by);
      draw();
    },
    async filter(chosen) {
      filter = chosen;
      await commands.executeCommand('setContext', 'minutes.actionFilter', chosen);
      if (chosen === 'mine' && myName() === '') await askForName();
      draw();
    },
    async open(action) {
      const known = actions.find((each) => each === action);
      const place = known === undefined ? null : await placeOf(known);
      if (known !== undefined && place !== null) await showLocation(known.uri, place.range);
    },
  };
}
