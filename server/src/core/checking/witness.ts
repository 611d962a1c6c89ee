import type { Departure } from '../meetings/departure.ts';
import { isSameDeparture } from '../meetings/departure.ts';
import type { Witness } from '../meetings/witness.ts';
import { noHistory } from '../meetings/history.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import { isOtherMeeting } from '../rules/shared/other-meeting.ts';
import { writtenFields } from '../rules/shared/section-fields.ts';
import type { Rule } from '../rules/rule.ts';
import { createContext, findCauses, type CheckInput } from './check-minutes.ts';
import { habitOf } from './habits.ts';
import { rules } from './registry.ts';

/** Returns what minutes of a series do, as evidence for the others; `id` identifies them in the series. */
export function readWitness(
  id: string,
  input: Pick<CheckInput, 'minutes' | 'fileName' | 'template' | 'roster' | 'today'>,
): Witness {
  const alone: CheckInput = { ...input, profile: 'final', severities: {}, history: noHistory };
  const context = createContext(alone);
  const findings = findCauses(context, alone, witnessing);
  const departures = findings.flatMap(({ departure }) => departure ?? []);
  return {
    id,
    date: context.date,
    departures: mostly(departures, context.match),
    lines: context.match.sections
      .filter(({ kind }) => kind !== 'duplicate')
      .map(({ expected }) => expected.range.start),
    filled: writtenFields(context)
      .filter(({ state }) => state === 'filled')
      .map(({ field }) => field.range.start),
    habits: new Set(findings.flatMap((finding) => habitOf(finding, input.minutes) ?? [])),
    headings: new Set(input.minutes.headings.map(({ key }) => key)),
    isOther: isOtherMeeting(context),
  };
}

/** The rules that find what is evidence, and what explains it away. */
const witnessing: readonly Rule[] = rules.filter(
  ({ isEvidence, habit }) => isEvidence === true || habit !== undefined,
);

/** Returns each departure once, where half or more of the places that the template's line is for depart so. */
function mostly(departures: readonly Departure[], match: TemplateMatch): readonly Departure[] {
  const distinct = departures.filter(
    (departure, index) =>
      departures.findIndex((other) => isSameDeparture(other, departure)) === index,
  );
  return distinct.filter((departure) => {
    const departing = departures.filter((other) => isSameDeparture(other, departure)).length;
    const present = [...match.sections, ...match.teams].filter(
      ({ expected }) => expected.range.start === departure.line,
    ).length;
    const places = departure.way === 'absent' ? present + departing : present;
    return departing * 2 >= places;
  });
}
