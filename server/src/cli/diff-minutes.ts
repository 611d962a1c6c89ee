import * as l10n from '@vscode/l10n';
import { compareRoadmaps, describeRoadmapChange } from '../core/meetings/compare-roadmaps.ts';
import { compareTeams, describeTeamChange } from '../core/meetings/compare-teams.ts';
import { UsageError, type Environment } from './environment.ts';
import { openSeries, type SeriesOptions } from './open-series.ts';
import { printableJson, printableText } from './printable-text.ts';

/**
 * Prints what changed from one meeting to another: teams, leads, statuses, and rows of the roadmap.
 * @throws UsageError where one of the two is not minutes.
 */
export async function diffMinutes(
  [first, second]: readonly [string, string],
  options: SeriesOptions,
  environment: Environment,
): Promise<void> {
  const { series, unreadable } = await openSeries([first, second], options, environment);
  const [failure] = unreadable;
  if (failure !== undefined) throw new UsageError(`${failure.path}: ${failure.reason}`);
  const [before, after] = [first, second].map((path) =>
    series.minutes.find(({ id }) => id === environment.files.absolute(path)),
  );
  if (before === undefined) throw new UsageError(l10n.t('no template claims {0}', first));
  if (after === undefined) throw new UsageError(l10n.t('no template claims {0}', second));
  const teams = compareTeams(before.teams, after.teams);
  const roadmap = compareRoadmaps(before.roadmap, after.roadmap);
  environment.output.write(
    options.format === 'json'
      ? `${printableJson({ version: 1, teams, roadmap })}\n`
      : printableText(
          [
            ...section(l10n.t('Teams'), teams.map(describeTeamChange)),
            ...section(l10n.t('Roadmap'), roadmap.map(describeRoadmapChange)),
          ].join('') || `${l10n.t('nothing changed')}\n`,
        ),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}\n`, ...lines.map((line) => `  ${line}\n`)];
}
