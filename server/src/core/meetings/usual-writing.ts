import { cachedByText } from '../text/cached.ts';
import { lettersApart, resembles } from '../text/closest.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { compactName } from './compact-name.ts';
import type { Series } from './series.ts';

/** Returns how the series writes a team's name most often, or null where that is not another way. */
export function usualTeamName(name: string, series: Series): string | null {
  if (series.minutes.length === 0) return null;
  const names: string[] = [];
  for (const key of series.keys().get(compactName(name)) ?? []) {
    for (const { team } of series.teams().get(key) ?? []) names.push(team.heading.team);
  }
  return mostUsed(names, name, () => true);
}

/** Returns how the series writes the name of one of a team's leads most often, or null where that is not another way. */
export function usualLeadName(team: string, lead: string, series: Series): string | null {
  if (series.minutes.length === 0) return null;
  const leads: string[] = [];
  for (const other of series.teams().get(normalizeText(team)) ?? []) {
    for (const name of other.team.heading.leads) if (mayBeSpelling(name, lead)) leads.push(name);
  }
  return mostUsed(leads, lead, (other) => isSpellingOf(other, lead));
}

/** Returns how a person's name is written most often among the names that people are written by; null where that is not another way. */
export function usualPersonName(name: string, names: readonly string[]): string | null {
  return mostUsed(names, name, (other) => isSpellingOf(other, name));
}

/** Returns whether two names begin or end alike, as those of one person do; asked first, because most don’t. */
export function mayBeSpelling(a: string, b: string): boolean {
  return areAlike(a, b, 0, 0) || areAlike(a, b, a.length - 1, b.length - 1);
}

/** Returns whether characters may be the same letter as names are compared; any beyond ASCII may. */
function areAlike(a: string, b: string, inA: number, inB: number): boolean {
  const [own, other] = [a.charCodeAt(inA), b.charCodeAt(inB)];
  return own > 126 || other > 126 || (own | 32) === (other | 32);
}

/** Returns whether two names are one person’s: misspelled, or one with a short first name. */
function isSpellingOf(a: string, b: string): boolean {
  return mayBeSpelling(a, b) && areOnePerson(`${a}\n${b}`);
}

/** Returns whether the names in two lines are one person’s; cached, for the same people lead the same teams in many minutes. */
export const areOnePerson = cachedByText((names) => {
  const [a = '', b = ''] = names.split('\n');
  const own = personOf(a);
  const other = personOf(b);
  if (own.last !== '' && own.last === other.last) {
    return (
      isShortFor(own.first, other.first) ||
      isShortFor(other.first, own.first) ||
      resembles(own.first, other.first)
    );
  }
  if (own.count !== other.count || own.initial !== other.initial) return false;
  return (lettersApart(a, b) ?? Infinity) <= mostLetters;
});

/** A longer name, too, is somebody else’s where more letters differ. */
const mostLetters = 2;

interface PersonName {
  readonly first: string;
  readonly initial: string;
  readonly last: string;
  readonly count: number;
}

function personOf(name: string): PersonName {
  const [first = '', ...others] = normalizeText(name).split(' ');
  return { first, initial: first.slice(0, 1), last: others.join(' '), count: others.length };
}

function isShortFor(short: string, name: string): boolean {
  return short.length >= 3 && name.startsWith(short);
}

/** Returns the fitting text that is more often than the own one, and than any other that fits. */
function mostUsed(
  texts: readonly string[],
  own: string,
  fits: (text: string) => boolean,
): string | null {
  const counts = new Map<string, number>();
  let ownCount = 1;
  for (const text of texts) {
    if (text === own) ownCount++;
    else counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let most: string | null = null;
  let highest = ownCount;
  for (const [text, count] of counts) {
    if (count <= ownCount || count < highest || !fits(text)) continue;
    most = count === highest ? null : text;
    highest = count;
  }
  return most;
}
