import {
  Disposable,
  ProgressLocation,
  l10n,
  Range,
  ViewColumn,
  window,
  workspace,
  type CancellationToken,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { historyRequest } from '../../../server/src/protocol/history.ts';
import type {
  HistoryMessage,
  HistoryPeriod,
  HistoryState,
  ShownChart,
  ShownHistory,
  ShownTarget,
} from '../../../server/src/protocol/history-messages.ts';
import { chooseSeries } from '../commands/choose-series.ts';
import { panelOptions, panelPage } from './panel-page.ts';

const viewType = 'minutes.history';

/** The panels that show histories. */
export interface HistoryPanels {
  readonly disposable: Disposable;
  /** Shows the history of a series that the user picks, if there are several. */
  show(): Promise<void>;
}

/** Returns what shows the history of a series, also again after VS Code was closed. */
export function createHistoryPanels(
  client: BaseLanguageClient,
  context: ExtensionContext,
): HistoryPanels {
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel(panel, state: unknown) {
      panel.webview.options = panelOptions(context);
      if (isState(state)) fill(panel, state, client, context);
      else panel.dispose();
      return Promise.resolve();
    },
  });
  return {
    disposable: serializer,
    async show() {
      const series = await chooseSeries(client, l10n.t('History of Which Meeting?'));
      if (series === undefined) return;
      const panel = window.createWebviewPanel(
        viewType,
        titleOf(series.name),
        ViewColumn.Active,
        panelOptions(context),
      );
      fill(panel, { series: series.id, since: null }, client, context);
    },
  };
}

/** Lets a panel show a history, follow saved files, and open minutes. */
function fill(
  panel: WebviewPanel,
  begin: HistoryState,
  client: BaseLanguageClient,
  context: ExtensionContext,
): void {
  let state = begin;
  let charts: readonly ShownChart[] = [];
  const refresh = async (checksAll = false, token?: CancellationToken): Promise<void> => {
    const params = { ...state, checksAll };
    const history = await client.sendRequest(historyRequest, params, token);
    charts = history?.charts ?? [];
    const title = titleOf(history?.name ?? '');
    panel.title = title;
    await panel.webview.postMessage(shown(state, title, charts, history?.unchecked ?? 0));
  };
  /** What was checked until somebody cancels stays known. */
  const checkAll = (): Thenable<void> =>
    window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Checking all minutes…'),
        cancellable: true,
      },
      (_, token) => refresh(true, token),
    );
  const report = (error: unknown): void => {
    client.error('The history was not shown', error, false);
  };
  const receive = async (message: HistoryMessage): Promise<void> => {
    if (message.kind === 'ready') await refresh();
    else if (message.kind === 'check-all') await checkAll();
    else if (message.kind === 'period') {
      state = { ...state, since: message.since };
      await refresh();
    } else {
      const target = targetOf(charts, message);
      if (target !== null) await open(target, client);
    }
  };
  const listeners = Disposable.from(
    panel.webview.onDidReceiveMessage((message: HistoryMessage) => {
      receive(message).catch(report);
    }),
    workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'markdown' && panel.visible) refresh().catch(report);
    }),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
  });
  panel.webview.html = panelPage(panel.webview, context, 'history');
}

function targetOf(
  charts: readonly ShownChart[],
  message: Extract<HistoryMessage, { kind: 'mark' | 'cell' }>,
): ShownTarget | null {
  const chart = charts[message.chart];
  if (message.kind === 'mark') return chart?.marks[message.mark]?.target ?? null;
  const cell = chart?.table.rows[message.row]?.[message.column];
  return typeof cell === 'object' ? cell.target : null;
}

async function open({ id, offset }: ShownTarget, client: BaseLanguageClient): Promise<void> {
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(id));
  const place = document.positionAt(offset);
  await window.showTextDocument(document, { selection: new Range(place, place) });
}

function shown(
  state: HistoryState,
  title: string,
  charts: readonly ShownChart[],
  unchecked: number,
): ShownHistory {
  return {
    state,
    title,
    charts,
    periods: periodsWith(state.since),
    unchecked,
    words: {
      period: l10n.t('Time'),
      table: l10n.t('The same as a table'),
      nothing: l10n.t('Nothing to show yet.'),
      leftOut: l10n.t('{0} more rows are not shown.', '{0}'),
      unchecked: l10n.t(
        '{0} earlier minutes are not counted: checking them takes a while.',
        unchecked,
      ),
      checkAll: l10n.t('Check All'),
    },
  };
}

function periodsWith(since: string | null): readonly HistoryPeriod[] {
  const periods: readonly HistoryPeriod[] = [
    { name: l10n.t('All'), since: null },
    { name: l10n.t('Last 5 years'), since: yearsAgo(5) },
    { name: l10n.t('Last year'), since: yearsAgo(1) },
  ];
  return periods.some((period) => period.since === since)
    ? periods
    : [...periods, { name: l10n.t('Since {0}', since ?? ''), since }];
}

function yearsAgo(years: number): string {
  const day = new Date();
  return `${String(day.getFullYear() - years)}-${String(day.getMonth() + 1).padStart(2, '0')}-01`;
}

function titleOf(name: string): string {
  return l10n.t('History: {0}', name);
}

function isState(value: unknown): value is HistoryState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'series' in value &&
    typeof value.series === 'string' &&
    'since' in value &&
    (value.since === null || typeof value.since === 'string')
  );
}
