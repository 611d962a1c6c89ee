import type { OffsetRange } from '../text/offset-range.ts';
import { isVacant, type TeamHeading } from './team-heading.ts';

/** Where a heading's source names its team and its leads; null where markup is between. */
export interface TeamHeadingRanges {
  readonly team: OffsetRange | null;
  /** From the first lead to the last, without notes and struck words; empty leads have none. */
  readonly leads: OffsetRange | null;
}

/** Returns where the source of a heading's content, which begins at an offset, names team and leads. */
export function teamHeadingRanges(
  source: string,
  start: number,
  { team, leads, leadText }: TeamHeading,
): TeamHeadingRanges {
  const name = source.indexOf(team);
  const teamRange =
    name === -1 || team === '' ? null : { start: start + name, end: start + name + team.length };
  const afterTeam = name === -1 ? 0 : name + team.length;
  const first = leads[0];
  if (first === undefined) return { team: teamRange, leads: vacantRange(source, start, leadText) };
  const from = source.indexOf(first, afterTeam);
  const last = leads.at(-1) ?? first;
  const to =
    from === -1 ? -1 : source.indexOf(last, leads.length === 1 ? from : from + first.length);
  if (to === -1) return { team: teamRange, leads: null };
  return { team: teamRange, leads: { start: start + from, end: start + to + last.length } };
}

/** Finds the word that says that there is no lead. */
function vacantRange(source: string, start: number, leadText: string | null): OffsetRange | null {
  const bare = leadText?.replace(/^[([]|[)\]]$/g, '') ?? '';
  if (leadText === null || leadText === '' || !isVacant(bare.trim())) return null;
  const index = source.lastIndexOf(leadText);
  return index === -1 ? null : { start: start + index, end: start + index + leadText.length };
}
