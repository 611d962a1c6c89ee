import type { ExpectedPart } from '../../../server/src/protocol/expected-sections.ts';

/** Which parts the tree view shows. */
export type PartFilter = 'all' | 'missing' | 'mine';

/** Returns the parts that a filter lets through, each with those that hold it. */
export function filterParts(
  parts: readonly ExpectedPart[],
  filter: PartFilter,
  myName: string,
): readonly ExpectedPart[] {
  if (filter === 'all') return parts;
  return parts.flatMap((part) => {
    const children = filterParts(part.children, filter, myName);
    return children.length > 0 || isWanted(part, filter, myName) ? [{ ...part, children }] : [];
  });
}

/** Returns the teams that are there and have not written a line. */
export function emptyTeams(parts: readonly ExpectedPart[]): readonly ExpectedPart[] {
  return parts.flatMap((part) => [
    ...(part.kind === 'team' && part.state !== 'missing' && part.lineCount === 0 ? [part] : []),
    ...emptyTeams(part.children),
  ]);
}

function isWanted({ state, leads }: ExpectedPart, filter: PartFilter, myName: string): boolean {
  if (filter === 'missing') return state !== 'present';
  const name = myName.trim().toLowerCase();
  return name !== '' && leads.some((lead) => lead.toLowerCase().includes(name));
}
