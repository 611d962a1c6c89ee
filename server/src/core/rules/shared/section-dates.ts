import {
  datesInHeading,
  datesInText,
  frontMatterDates,
  hasDates,
  type PlacedDate,
} from '../../matching/dates-in-minutes.ts';
import { cachedByObject } from '../../text/cached.ts';
import type { Template } from '../../template/template.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { RuleContext } from '../rule.ts';

/** Returns every date, the meeting's or another, that is where the template has one, in document order. */
export const sectionDates = cachedByObject((context: RuleContext): readonly PlacedDate[] => {
  const { match, minutes, template } = context;
  const text = (): typeof minutes => minutes;
  const { preamble } = template;
  const start = { start: 0, end: minutes.headings[0]?.range.start ?? minutes.text.length };
  return [
    ...frontMatterDates({ minutes: () => minutes }, template),
    ...datesInText(preamble, minutes, start, template),
    ...[...match.sections, ...(haveTeamsDates(template) ? match.teams : [])]
      .filter(({ expected }) => hasDates(expected))
      .flatMap(({ expected, section: { heading, bodyRange } }) => [
        ...datesInHeading(
          heading,
          expected,
          expected.kind === 'title' ? 'title' : 'heading',
          template,
          text,
        ),
        ...datesInText(expected, minutes, bodyRange, template),
      ]),
  ].sort((a, b) => a.range().start - b.range().start);
});

/** Of thousands of teams none need be asked where the template has no date in what they write. */
function haveTeamsDates(template: Template): boolean {
  return allSections(template).some((section) => section.team !== null && hasDates(section));
}
