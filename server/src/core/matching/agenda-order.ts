import { agendaItemsIn } from '../minutes/agenda-items.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { resembles } from '../text/closest.ts';
import type { Pair } from './pair.ts';

/**
 * Returns the sections that the minutes' own agenda lists, if they are in its order:
 * then their order was agreed for this meeting, whatever the template says.
 */
export function sectionsInAgendaOrder(
  minutes: Minutes,
  pairs: readonly Pair[],
): ReadonlySet<Section> {
  const agenda = pairs.find(({ expected }) => expected.agenda);
  const items =
    agenda === undefined ? [] : (agendaItemsIn(minutes, agenda.section.bodyRange) ?? []);
  const listed = pairs.flatMap(({ section }) => {
    const place = items.findIndex(({ text }) => resembles(text, section.heading.text));
    return place === -1 ? [] : [{ section, place }];
  });
  const inOrder = listed.every(({ place }, index) => place > (listed[index - 1]?.place ?? -1));
  return new Set(inOrder ? listed.map(({ section }) => section) : []);
}
