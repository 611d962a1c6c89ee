import {
  Disposable,
  EventEmitter,
  l10n,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  seriesMeetingsRequest,
  type SeriesMeeting,
  type SeriesMeetings,
} from '../../../server/src/protocol/series-meetings.ts';
import { createRefresh } from './refresh-view.ts';

/** Shows the view “Series”: the meetings of the series that the last minutes belong to, the newest first. */
export function showSeries(
  client: BaseLanguageClient,
  lastMinutes: () => TextDocument | undefined,
  onStatus: (listener: () => void) => Disposable,
): Disposable {
  const changed = new EventEmitter<void>();
  let shown: SeriesMeetings | null = null;

  const provider: TreeDataProvider<SeriesMeeting> = {
    onDidChangeTreeData: changed.event,
    getChildren: (meeting) => (meeting === undefined ? [...(shown?.meetings ?? [])] : []),
    getTreeItem: (meeting) => itemOf(meeting),
  };
  const view = window.createTreeView('minutes.series', { treeDataProvider: provider });

  const ask = async (): Promise<void> => {
    const document = lastMinutes();
    shown =
      document === undefined
        ? null
        : await client.sendRequest(seriesMeetingsRequest, {
            uri: client.code2ProtocolConverter.asUri(document.uri),
          });
    view.description = shown?.name ?? '';
    changed.fire();
  };
  const refresh = createRefresh(view, ask, (error) => {
    client.error('The view of the series was not refreshed', error, false);
  });
  return Disposable.from(
    view,
    changed,
    onStatus(refresh),
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidSaveTextDocument(refresh),
    workspace.onDidCreateFiles(refresh),
    workspace.onDidDeleteFiles(refresh),
    workspace.onDidRenameFiles(refresh),
  );
}

function itemOf(meeting: SeriesMeeting): TreeItem {
  const uri = Uri.parse(meeting.uri);
  const item = new TreeItem(meeting.title);
  item.id = `${meeting.uri}#${String(meeting.start.line)}`;
  item.description = descriptionOf(meeting);
  item.iconPath = iconOf(meeting);
  item.tooltip = workspace.asRelativePath(uri);
  item.accessibilityInformation = {
    label: [meeting.title, item.description].filter(Boolean).join(', '),
    role: 'treeitem',
  };
  const start = new Position(meeting.start.line, meeting.start.character);
  // A file of one meeting opens where it was left.
  const options = meeting.start.line === 0 ? [] : [{ selection: new Range(start, start) }];
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open Minutes'),
    arguments: [uri, ...options],
  };
  return item;
}

function descriptionOf({ title, date, state, findingCount }: SeriesMeeting): string {
  const day = date === null || title.includes(date) ? [] : [date];
  const said =
    state === 'draft' ? [l10n.t('draft')] : state === 'cancelled' ? [l10n.t('cancelled')] : [];
  const findings =
    findingCount === null || findingCount === 0
      ? []
      : [findingCount === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findingCount)];
  return [...day, ...said, ...findings].join(', ');
}

function iconOf({ state, findingCount }: SeriesMeeting): ThemeIcon {
  if (state === 'cancelled') return new ThemeIcon('circle-slash');
  if (findingCount !== null && findingCount > 0) {
    return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  }
  return new ThemeIcon(state === 'draft' ? 'edit' : 'pass');
}
