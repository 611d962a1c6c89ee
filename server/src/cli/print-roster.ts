import * as l10n from '@vscode/l10n';
import { rosterOverTime, type RosterSpan } from '../core/meetings/roster-over-time.ts';
import type { Environment } from './environment.ts';
import { openSeries, tellUnreadable, type SeriesOptions } from './open-series.ts';
import { prettyTable } from './print-table.ts';
import { printableJson } from './printable-text.ts';

/** Prints who led which team from when until when, as the minutes say, and returns the exit code. */
export async function printRoster(
  paths: readonly string[],
  options: SeriesOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openSeries(paths, options, environment);
  const spans = rosterOverTime(opened.series);
  environment.output.write(
    options.format === 'json'
      ? `${printableJson({ version: 1, roster: spans })}\n`
      : prettyRoster(spans),
  );
  return tellUnreadable(opened, environment);
}

function prettyRoster(spans: readonly RosterSpan[]): string {
  const rows = spans.map(({ team, status, leads, vacant, from, until, meetings }) => [
    status === null ? team : `${team} (${status})`,
    leads.length > 0 ? leads.join('/') : vacant ? '(vacant)' : '',
    from === until ? from : `${from} – ${until}`,
    meetings === 1 ? l10n.t('1 meeting') : l10n.t('{0} meetings', meetings),
  ]);
  return prettyTable(rows);
}
