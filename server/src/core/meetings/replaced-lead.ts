import type { TeamHeading } from '../minutes/team-heading.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { IndexedMinutes, IndexedTeam } from './indexed-minutes.ts';
import type { Series } from './series.ts';

/** Who leads a team now instead of the people that a heading names. */
export interface LeadReplacement {
  readonly leads: readonly string[];
  /** The latest minutes before the heading's that name them. */
  readonly minutes: IndexedMinutes;
  readonly team: IndexedTeam;
}

/** A draft's heading, and when its meeting is; all dates are ISO. */
export interface DraftHeading {
  readonly team: TeamHeading;
  readonly date: string;
  readonly today: string;
}

/**
 * Returns who replaced the leads that a draft's heading names, or null where nobody did.
 * Whoever led before the replacement and is still named is stale, as scaffolded headings are.
 * Who leads once, or with a note, stands in: that is no change, and neither is the return after it.
 * Who came back for more than two meetings is back for good.
 */
export function replacementOf(
  { team, date, today }: DraftHeading,
  series: Series,
): LeadReplacement | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const own = peopleKey(team);
  const all = appearancesOf(normalizeText(team.team), series);
  const before = all.filter(({ minutes }) => isBefore(minutes, date));
  const after = all.filter(({ minutes }) => !isBefore(minutes, date) && minutes.date !== date);
  const last = before.findLast(({ people }) => people !== own);
  if (last === undefined) return null;
  const names = ({ people }: Appearance): boolean => people === last.people;
  const ledBefore = before.slice(0, before.findIndex(names)).some(({ people }) => people === own);
  if (!ledBefore || all.filter(names).length < 2) return null;
  const end = before.indexOf(last) + 1;
  const returned = before.slice(end).filter(({ minutes }) => isBefore(minutes, today)).length;
  const ledOnce = before[end - 2]?.people !== last.people;
  const cameBack = returned > 2 || (returned > 0 && ledOnce && !after.some(names));
  return cameBack
    ? null
    : { leads: last.team.heading.leads, minutes: last.minutes, team: last.team };
}

/** A team in minutes that name who leads it. */
interface Appearance {
  readonly minutes: IndexedMinutes;
  readonly team: IndexedTeam;
  readonly people: string;
}

function appearancesOf(key: string, { minutes }: Series): readonly Appearance[] {
  return minutes.flatMap((each): Appearance[] => {
    const team = each.date === null ? undefined : each.teams.find((other) => other.key === key);
    if (team === undefined || team.heading.leads.length === 0 || team.heading.note !== null)
      return [];
    return [{ minutes: each, team, people: peopleKey(team.heading) }];
  });
}

function isBefore({ date }: IndexedMinutes, other: string): boolean {
  return date !== null && date < other;
}

/** Returns the people that a heading names, in whatever order and spelling of case. */
export function peopleKey({ leads }: TeamHeading): string {
  return leads.map(normalizeText).sort().join('/');
}
