import type { TeamHeading } from '../minutes/team-heading.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { updatesOf } from './roster-over-time.ts';
import type { Series } from './series.ts';

/** Who leads a team now instead of the people that a heading names. */
export interface LeadReplacement {
  readonly leads: readonly string[];
  /** ISO date of the first meeting in the row that they led. */
  readonly since: string;
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
  const before = all.filter((appearance) => appearance.date < date);
  const after = all.filter((appearance) => appearance.date > date);
  const last = before.findLast(({ people }) => people !== own);
  if (last === undefined) return null;
  const names = ({ people }: Appearance): boolean => people === last.people;
  const ledBefore = before.slice(0, before.findIndex(names)).some(({ people }) => people === own);
  if (!ledBefore || all.filter(names).length < 2) return null;
  const end = before.indexOf(last) + 1;
  const returned = before.slice(end).filter((appearance) => appearance.date < today).length;
  const run = before.slice(0, end).findLastIndex((appearance) => !names(appearance)) + 1;
  const ledOnce = end - run === 1;
  const cameBack = returned > 2 || (returned > 0 && ledOnce && !after.some(names));
  return cameBack ? null : { leads: last.leads, since: before[run]?.date ?? last.date };
}

/** The leads of a team on the day of a meeting, ISO. */
interface Appearance {
  readonly date: string;
  readonly leads: readonly string[];
  readonly people: string;
}

function appearancesOf(key: string, series: Series): readonly Appearance[] {
  return updatesOf(key, series).flatMap(({ date, team: { heading } }): Appearance[] => {
    const { leads, note } = heading;
    return leads.length === 0 || note !== null ? [] : [{ date, leads, people: peopleKey(heading) }];
  });
}

/** Returns the people that a heading names, in whatever order and spelling of case. */
export function peopleKey({ leads }: Pick<TeamHeading, 'leads'>): string {
  return leads.map(normalizeText).sort().join('/');
}
