import { compareRoadmaps, describeRoadmapChange } from '../core/meetings/compare-roadmaps.ts';
import type { IndexedMinutes, IndexedTeam } from '../core/meetings/indexed-minutes.ts';
import { UsageError, type Environment } from './environment.ts';
import { openSeries, type SeriesOptions } from './open-series.ts';
import { printableJson, printableText } from './printable-text.ts';

/**
 * Prints what changed from one meeting to another: teams, leads, statuses, and rows of the roadmap.
 * @throws UsageError where one of the two is no minutes.
 */
export async function diffMinutes(
  [first, second]: readonly [string, string],
  options: SeriesOptions,
  environment: Environment,
): Promise<void> {
  const { series } = await openSeries([first, second], options, environment);
  const [before, after] = [first, second].map((path) =>
    series.minutes.find(({ id }) => id === environment.files.absolute(path)),
  );
  if (before === undefined) throw new UsageError(`no template claims ${first}`);
  if (after === undefined) throw new UsageError(`no template claims ${second}`);
  const teams = describeTeams(before, after);
  const roadmap = compareRoadmaps(before.roadmap, after.roadmap);
  environment.output.write(
    options.format === 'json'
      ? `${printableJson({ version: 1, teams, roadmap })}\n`
      : printableText(
          [
            ...section('Teams', teams),
            ...section('Roadmap', roadmap.map(describeRoadmapChange)),
          ].join('') || 'nothing changed\n',
        ),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}\n`, ...lines.map((line) => `  ${line}\n`)];
}

function describeTeams(before: IndexedMinutes, after: IndexedMinutes): readonly string[] {
  const known = new Map(before.teams.map((team) => [team.key, team]));
  const now = new Set(after.teams.map(({ key }) => key));
  return [
    ...after.teams.flatMap((team) => describeTeam(known.get(team.key), team)),
    ...before.teams
      .filter(({ key }) => !now.has(key))
      .map(({ heading }) => `${heading.team}: gone`),
  ];
}

function describeTeam(
  before: IndexedTeam | undefined,
  { heading }: IndexedTeam,
): readonly string[] {
  if (before === undefined) return [`${heading.team}: new`];
  const leads = [before.heading, heading].map((team) => team.leads.join('/') || '(vacant)');
  const statuses = [before.heading, heading].map(({ status }) => status ?? 'no status');
  return [leads, statuses]
    .filter(([was, is]) => was !== is)
    .map(([was, is]) => `${heading.team}: ${String(was)} → ${String(is)}`);
}
