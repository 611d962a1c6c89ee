import { l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { knownSeriesRequest, type KnownSeries } from '../../../server/src/protocol/digest.ts';

/** Returns the series of the workspace, or the one that the user picks of several; undefined where there is none. */
export async function chooseSeries(
  client: BaseLanguageClient,
  title: string,
): Promise<KnownSeries | undefined> {
  const all = await client.sendRequest(knownSeriesRequest);
  const [only, ...others] = all;
  if (only === undefined) {
    await window.showInformationMessage(l10n.t('There are no minutes here yet.'));
    return undefined;
  }
  if (others.length === 0) return only;
  const picks = all.map((series) => ({
    label: series.name,
    description: `${series.from ?? ''} – ${series.until ?? ''}`,
    series,
  }));
  return (await window.showQuickPick(picks, { title }))?.series;
}
