import * as l10n from '@vscode/l10n';
import { updatesOf, type TeamUpdate } from '../core/meetings/roster-over-time.ts';
import { closestTo } from '../core/text/closest.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { normalizeText } from '../core/text/normalize-text.ts';
import { UsageError, type Environment } from './environment.ts';
import { openSeries, tellUnreadable, type OpenSeries, type SeriesOptions } from './open-series.ts';
import { printableJson, printableText } from './printable-text.ts';

/**
 * Prints a team’s updates through time, the earliest first, and returns the exit code.
 * @throws UsageError where no minutes have the team.
 */
export async function printLog(
  team: string,
  paths: readonly string[],
  options: SeriesOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openSeries(paths, options, environment);
  const updates = updatesOf(normalizeText(team), opened.series);
  if (updates.length === 0) throw unknownTeam(team, opened);
  const entries = updates.map((update) => entryOf(update, opened));
  environment.output.write(
    options.format === 'json'
      ? `${printableJson({ version: 1, team, updates: entries })}\n`
      : printableText(entries.map(prettyEntry).join('\n')),
  );
  return tellUnreadable(opened, environment);
}

interface LogEntry {
  readonly date: string;
  readonly path: string;
  readonly line: number;
  readonly heading: string;
  readonly update: string;
}

function entryOf({ minutes, date, team }: TeamUpdate, { documentOf }: OpenSeries): LogEntry {
  const { path, text } = documentOf(minutes);
  const { line } = createLineIndex(text).pointAt(team.range.start);
  const section = text.slice(team.range.start, team.range.end);
  const [heading = ''] = /^[^\r\n]*/.exec(section) ?? [];
  return {
    date,
    path,
    line,
    heading: heading.replace(/^#+\s*/, ''),
    update: section.slice(heading.length).trim(),
  };
}

function prettyEntry({ date, path, line, heading, update }: LogEntry): string {
  const body = update === '' ? '' : `\n${update.replace(/^(?=.)/gm, '  ')}\n`;
  return `${date}  ${heading}  (${path}:${line})\n${body}`;
}

function unknownTeam(team: string, { series }: OpenSeries): UsageError {
  const names = series.minutes.flatMap(({ teams }) => teams.map(({ heading }) => heading.team));
  const near = closestTo(team, names);
  return new UsageError(
    near === null
      ? l10n.t('no minutes have a team “{0}”', team)
      : l10n.t('no minutes have a team “{0}”; did you mean “{1}”?', team, near),
  );
}
