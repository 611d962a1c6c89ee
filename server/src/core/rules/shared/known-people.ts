import type { NamedPerson } from '../../record/named-person.ts';
import type { MeetingRecord } from '../../record/meeting-record.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { RuleContext } from '../rule.ts';

/** Returns the names of all people that the roster, the attendance and earlier actions name, as often as they do. */
export function knownPeople({
  roster,
  record,
  history: { series },
}: RuleContext): readonly string[] {
  const leads = roster?.teams.flatMap((team) => team.leads) ?? [];
  const earlier = series.minutes.flatMap((minutes) => [
    ...namesOf(minutes.record.attendance),
    ...ownersIn(minutes.record),
    ...minutes.teams.flatMap(({ heading }) => heading.leads),
  ]);
  return [...leads, ...namesOf(record().attendance), ...earlier];
}

/** Returns whether a name is one of some people's: the whole of it, a word of it, or a handle. */
export function isAmong({ key }: NamedPerson, names: readonly string[]): boolean {
  return names.some((name) => {
    const known = normalizeText(name);
    return known === key || known.split(' ').includes(key);
  });
}

function namesOf(people: readonly NamedPerson[]): readonly string[] {
  return people.map(({ name }) => name);
}

function ownersIn({ actions }: MeetingRecord): readonly string[] {
  return actions.flatMap(({ owners }) => namesOf(owners));
}
