import type { Section } from '../minutes/outline.ts';
import { readTeamHeading, type TeamHeading } from '../minutes/team-heading.ts';
import { defaultStatuses } from '../template/placeholder.ts';
import type { DerivedTeam } from './derived-template.ts';
import type { SeriesFile } from './found-series.ts';

/** Sections that are teams, with what their headings say. */
export interface FoundTeams {
  readonly form: 'dash' | 'bracket';
  readonly depth: number;
  readonly places: readonly TeamPlace[];
  readonly hasStatus: boolean;
}

interface TeamPlace {
  readonly file: SeriesFile;
  readonly section: Section;
  readonly team: TeamHeading;
}

/** Finds the teams among the sections of a place: several a meeting, of which most come back, with the names of people. */
export function findTeams(
  placed: readonly { readonly file: SeriesFile; readonly section: Section }[],
): FoundTeams | null {
  const candidates = (['dash', 'bracket'] as const).map((form): FoundTeams => {
    const places = placed.flatMap(({ file, section }): TeamPlace[] => {
      const team = readTeamHeading(section.heading.unstruckText, {
        form,
        statuses: defaultStatuses,
        orgs: [],
      });
      const isTeam =
        team.wellFormed &&
        (team.vacant ||
          team.leads.some((lead) => isName(lead) || (form === 'bracket' && isFirstName(lead))));
      return section.depth >= 3 && section.heading.style !== 'bold' && isTeam
        ? [{ file, section, team }]
        : [];
    });
    return {
      form,
      depth: places.at(-1)?.section.depth ?? 3,
      places,
      hasStatus: places.some(({ team }) => team.status !== null),
    };
  });
  const [best] = candidates.sort((a, b) => b.places.length - a.places.length);
  if (best === undefined || best.places.length < placed.length / 2) return null;
  const files = new Set(placed.map(({ file }) => file)).size;
  const recurring = [...countTeams(best.places).values()].filter((count) => count >= files / 2);
  return files >= 2 && recurring.length >= 2 ? best : null;
}

/** A person has two capitalized words, as a rule. */
function isName(lead: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,3}$/u.test(lead) && lead.length < 60;
}

/** Some groups write first names, in brackets and several to a team. */
function isFirstName(lead: string): boolean {
  return /^\p{Lu}\p{Ll}[\p{L}.'’-]*(?:(?:,| and| &) \p{Lu}\p{Ll}[\p{L}.'’-]*)*$/u.test(lead);
}

function countTeams(places: readonly TeamPlace[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Set<SeriesFile>>();
  for (const { file, team } of places) {
    const files = counts.get(team.key) ?? new Set();
    counts.set(team.key, files.add(file));
  }
  return new Map([...counts].map(([key, files]) => [key, files.size]));
}

/**
 * Returns the roster that dated minutes show, wherever in them a team is: each from its first meeting until its last.
 * Empty where a team comes and goes, for then no roster holds, and where none is left.
 */
export function deriveRoster(
  teams: readonly FoundTeams[],
  files: readonly SeriesFile[],
): readonly DerivedTeam[] {
  const places = teams.flatMap((found) => found.places);
  const dates = files.flatMap(({ form }) => form.date ?? []);
  if (dates.length < files.length || dates.length < 3) return [];
  const keys = new Set(places.map(({ team }) => team.key));
  const roster: DerivedTeam[] = [];
  for (const key of keys) {
    const own = places.filter(({ team }) => team.key === key);
    const held = [...new Set(own.map(({ file }) => file.form.date ?? ''))].sort();
    const [first, last] = [held[0] ?? '', held.at(-1) ?? ''];
    const between = dates.filter((date) => date >= first && date <= last).length;
    const isOver = dates.filter((date) => date > last).length >= 2;
    if (held.length < between || held.length < 2 || (last !== dates.at(-1) && !isOver)) return [];
    const latest = own.at(-1)?.team;
    if (latest === undefined) continue;
    roster.push({
      name: latest.team,
      leads: latest.leads,
      status: latest.status,
      from: first === dates[0] ? null : first,
      until: isOver ? last : null,
    });
  }
  return roster.some(({ until }) => until === null) ? roster : [];
}
