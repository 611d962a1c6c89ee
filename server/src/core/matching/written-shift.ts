import type { OutlinePair } from './pair.ts';

type Placed = Pick<OutlinePair, 'expected' | 'section'> & Partial<Pick<OutlinePair, 'kind'>>;

/**
 * Returns how much deeper than in the template sections are written below a parent, so that what is inserted beside them is among them.
 * A section that alone is at another level, or may be at several, says nothing of those beside it.
 */
export function writtenShift(parent: Placed | null, beside: readonly Placed[]): number {
  const ofOneLevel = beside.filter(({ expected: { levels } }) => levels.min === levels.max);
  const first = [...ofOneLevel, ...(parent === null ? [] : [parent])].find(
    ({ kind }) => kind !== 'level',
  );
  return first === undefined ? 0 : first.section.heading.depth - first.expected.depth;
}
