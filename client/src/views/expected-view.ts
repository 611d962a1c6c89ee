import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  window,
  workspace,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  expectedSectionsRequest,
  type ExpectedPart,
  type ExpectedParts,
} from '../../../server/src/protocol/expected-sections.ts';
import { askForName, myName } from '../my-name.ts';
import { filterParts, type PartFilter } from './filter-parts.ts';
import { treeItemOf } from './expected-item.ts';
import { createRefresh } from './refresh-view.ts';

/** The tree view “Minutes”: what the template expects of the active editor against what is there. */
export interface ExpectedView {
  readonly disposable: Disposable;
  /** Shows all parts, only what is missing or unfilled, or only the user's teams. */
  filter(filter: PartFilter): Promise<void>;
}

/**
 * Shows the tree view and keeps it in step with the active editor and its cursor.
 * While something else than minutes has the focus, it stays with the last minutes.
 */
export function showExpected(
  client: BaseLanguageClient,
  lastMinutes: () => TextDocument | undefined,
  onStatus: (listener: () => void) => Disposable,
): ExpectedView {
  const changed = new EventEmitter<void>();
  const parents = new Map<ExpectedPart, ExpectedPart>();
  let shown: ExpectedParts | null = null;
  let roots: readonly ExpectedPart[] = [];
  let document: TextDocument | undefined;
  let filter: PartFilter = 'all';

  const provider: TreeDataProvider<ExpectedPart> = {
    onDidChangeTreeData: changed.event,
    getChildren: (part) => [...(part === undefined ? roots : part.children)],
    getParent: (part) => parents.get(part),
    getTreeItem: (part) => treeItemOf(part, document?.uri.toString() ?? ''),
  };
  const view = window.createTreeView('minutes.expected', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  const draw = (): void => {
    roots = filterParts(shown?.parts ?? [], filter, myName());
    parents.clear();
    for (const root of roots) rememberParents(root, parents);
    view.description = describeParts(shown);
    changed.fire();
  };
  const ask = async (): Promise<void> => {
    const asked = lastMinutes();
    document = asked;
    if (asked === undefined) {
      shown = null;
      draw();
      return;
    }
    const { version } = asked;
    const uri = client.code2ProtocolConverter.asUri(asked.uri);
    const answer = await client.sendRequest(expectedSectionsRequest, { uri });
    if (asked.version !== version || answer?.version !== version) return;
    shown = answer;
    draw();
    await followCaret();
  };
  const refresh = createRefresh(view, ask, (error) => {
    client.error('The view of minutes was not refreshed', error, false);
  });
  const followCaret = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!view.visible || editor === undefined || editor.document !== document) return;
    const part = deepestAt(roots, editor.selection.active.line);
    if (part !== null) await view.reveal(part, { select: true, focus: false });
  };
  const disposable = Disposable.from(
    view,
    changed,
    onStatus(refresh),
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) void followCaret();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) refresh();
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) refresh();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document?.uri.toString())) refresh();
    }),
  );
  return {
    disposable,
    async filter(chosen) {
      filter = chosen;
      await commands.executeCommand('setContext', 'minutes.filter', chosen);
      if (chosen === 'mine' && myName() === '') await askForName();
      draw();
    },
  };
}

function rememberParents(part: ExpectedPart, parents: Map<ExpectedPart, ExpectedPart>): void {
  for (const child of part.children) {
    parents.set(child, part);
    rememberParents(child, parents);
  }
}

function deepestAt(parts: readonly ExpectedPart[], line: number): ExpectedPart | null {
  const part = parts.find(
    ({ range, state }) => state !== 'missing' && range.start.line <= line && line <= range.end.line,
  );
  return part === undefined ? null : (deepestAt(part.children, line) ?? part);
}

function describeParts(parts: ExpectedParts | null): string {
  if (parts === null) return '';
  const { reported, cancelled } = parts;
  if (cancelled) return l10n.t('The meeting was cancelled');
  return reported === null ? '' : l10n.t('{0} of {1} teams reported', reported.teams, reported.of);
}
