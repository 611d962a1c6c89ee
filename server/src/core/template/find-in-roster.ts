import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isIsoDate } from '../text/calendar-date.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { readFrontMatter, readYaml, type FrontMatter } from './front-matter.ts';
import { frontMatterSchema, rosterSchema } from './front-matter-schema.ts';
import { rosterEntry } from './roster-entry.ts';

/** Whom to look for in a roster. */
export interface RosterQuery {
  readonly team: string;
  /** One of the team's leads; null for the team itself. */
  readonly lead: string | null;
  /** ISO date on which the entry should be in force; null for any. */
  readonly date: string | null;
}

/** Returns where a roster file names a team or its lead; null where it doesn't. */
export function findInRosterFile(text: string, query: RosterQuery): OffsetRange | null {
  return findIn(readYaml(text, 0, { start: 0, end: text.length }, rosterSchema), 'teams', query);
}

/** Returns where a template's front matter names a team or its lead; null where it doesn't. */
export function findInTemplate(text: string, query: RosterQuery): OffsetRange | null {
  const first = parseMarkdown(text).pieces[0];
  const frontMatter = readFrontMatter(first?.piece, first?.start ?? 0, frontMatterSchema);
  return frontMatter && findIn(frontMatter, 'roster', query);
}

/** Of several entries of a team the one in force counts; else the first. */
function findIn(yaml: FrontMatter, key: string, query: RosterQuery): OffsetRange | null {
  const teams: unknown = yaml.values[key];
  if (!Array.isArray(teams)) return null;
  const entries = teams
    .map((team: unknown, index) => ({ ...rosterEntry(team), index }))
    .filter(({ values }) => isSame(values.name, query.team));
  const entry = entries.find(({ values }) => isInForce(values, query.date)) ?? entries[0];
  if (entry === undefined) return null;
  const { values: team, namePath, index } = entry;
  const named = yaml.rangeOf([key, index, ...namePath]);
  if (query.lead === null) return named;
  if (!Array.isArray(team.leads)) {
    return isSame(team.leads, query.lead) ? yaml.rangeOf([key, index, 'leads']) : named;
  }
  const lead = team.leads.findIndex((each: unknown) => isSame(each, query.lead));
  return lead === -1 ? named : yaml.rangeOf([key, index, 'leads', lead]);
}

function isInForce(team: Readonly<Record<string, unknown>>, date: string | null): boolean {
  const day = (key: string): string | null => {
    const value = team[key];
    return typeof value === 'string' && isIsoDate(value) ? value : null;
  };
  const [from, until] = [day('from'), day('until')];
  if (date === null) return until === null;
  return (from === null || from <= date) && (until === null || date <= until);
}

function isSame(value: unknown, name: string | null): boolean {
  return typeof value === 'string' && name !== null && normalizeText(value) === normalizeText(name);
}
