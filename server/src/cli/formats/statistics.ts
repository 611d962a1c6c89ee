import { dateOf } from '../../core/matching/minutes-date.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import type { DocumentReport } from '../document-report.ts';

/** How many findings there are of each rule, team and month, the most first; months in their order. */
export interface Statistics {
  readonly rules: readonly Count[];
  /** Of the findings in the updates of teams. */
  readonly teams: readonly Count[];
  /** Months as `2018-06`, of the minutes that have a date. */
  readonly months: readonly Count[];
}

/** A name with how often it is counted. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Returns the statistics of reports. */
export function statisticsOf(reports: readonly DocumentReport[]): Statistics {
  const placed = reports.filter(({ findings }) => findings.length > 0).flatMap(placesOf);
  return {
    rules: mostFirst(countOf(placed.map(({ rule }) => rule))),
    teams: mostFirst(countOf(placed.flatMap(({ team }) => team ?? []))),
    months: countOf(placed.flatMap(({ month }) => month ?? [])).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
  };
}

interface Place {
  readonly rule: string;
  readonly team: string | null;
  readonly month: string | null;
}

function placesOf({ text, location, template, findings }: DocumentReport): readonly Place[] {
  if (template === null) {
    return findings.map(({ rule }) => ({ rule, team: null, month: null }));
  }
  const minutes = readMinutes(parseMarkdown(text));
  const { teams } = template.template.matchOf(minutes);
  const month = dateOf(minutes, template.template, location)?.slice(0, 7) ?? null;
  return findings.map(({ rule, range }) => {
    const own = teams.findLast(
      ({ section }) => section.range.start <= range.start && range.start < section.range.end,
    );
    return { rule, team: own?.team.team ?? null, month };
  });
}

function countOf(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function mostFirst(counts: readonly Count[]): readonly Count[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
