import { cachedByText } from '../text/cached.ts';
import { resembles } from '../text/closest.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { compactName } from './compact-name.ts';
import type { Series } from './series.ts';

/** Returns how the series writes a team's name most often, or null where that is not another way. */
export function usualTeamName(name: string, series: Series): string | null {
  if (series.minutes.length === 0) return null;
  const keys = series.keys().get(compactName(name)) ?? [];
  const names = keys.flatMap((key) =>
    (series.teams().get(key) ?? []).map(({ team }) => team.heading.team),
  );
  return mostUsed(names, name, () => true);
}

/** Returns how the series writes the name of one of a team's leads most often, or null where that is not another way. */
export function usualLeadName(team: string, lead: string, series: Series): string | null {
  if (series.minutes.length === 0) return null;
  const others = series.teams().get(normalizeText(team)) ?? [];
  const leads = others.flatMap(({ team: { heading } }) => heading.leads);
  return mostUsed(leads, lead, (other) => isSpellingOf(other, lead));
}

/** Returns how a person's name is written most often among the names that people are written by; null where that is not another way. */
export function usualPersonName(name: string, names: readonly string[]): string | null {
  return mostUsed(names, name, (other) => isSpellingOf(other, name));
}

/** Returns whether two names are one person’s: misspelled, or one with a short first name. */
function isSpellingOf(a: string, b: string): boolean {
  const own = personOf(a);
  const other = personOf(b);
  if (own.last !== '' && own.last === other.last) {
    return (
      isShortFor(own.first, other.first) ||
      isShortFor(other.first, own.first) ||
      resembles(own.first, other.first)
    );
  }
  return own.count === other.count && own.initial === other.initial && resembles(a, b);
}

/** The parts of a person's name. */
const personOf = cachedByText((name) => {
  const [first = '', ...others] = normalizeText(name).split(' ');
  return { first, initial: first.slice(0, 1), last: others.join(' '), count: others.length };
});

function isShortFor(short: string, name: string): boolean {
  return short.length >= 3 && name.startsWith(short);
}

/** Returns the fitting text that is more often than the own one, and than any other that fits. */
function mostUsed(
  texts: readonly string[],
  own: string,
  fits: (text: string) => boolean,
): string | null {
  const others = texts.filter((text) => text !== own);
  const ownCount = texts.length - others.length + 1;
  if (others.length <= ownCount) return null;
  const counts = new Map<string, number>();
  for (const text of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most, second] = [...counts]
    .filter(([text, count]) => count > ownCount && fits(text))
    .sort(([, a], [, b]) => b - a);
  return most === undefined || second?.[1] === most[1] ? null : most[0];
}
