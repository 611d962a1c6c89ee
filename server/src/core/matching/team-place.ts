import type { OutlineMatch, OutlineTeam, TemplateMatch } from './template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** Where a team's section belongs, and which of the template's shapes it takes there. */
export interface TeamPlace {
  readonly expected: TemplateSection;
  /** Returns the offset where the section belongs in minutes with this outline. */
  readonly offsetIn: (match: TemplateMatch) => number;
}

/**
 * Returns where a team belongs: after the team that precedes it in an order of keys, such as the roster's,
 * else before the next one of the order, else after the last team.
 * Null where the minutes lack the section that lists the teams.
 */
export function placeOfTeam(
  name: string,
  order: readonly string[],
  match: OutlineMatch,
): TeamPlace | null {
  const own = order.indexOf(normalizeText(name));
  const ranked = match.teams.map((matched) => ({
    matched,
    rank: order.indexOf(matched.team.key),
  }));
  if (own !== -1) {
    const before = ranked
      .filter(({ rank }) => rank !== -1 && rank < own)
      .sort((a, b) => b.rank - a.rank)[0];
    if (before !== undefined) return behind(before.matched);
    const after = ranked.find(({ rank }) => rank > own);
    if (after !== undefined) {
      const { expected, section } = after.matched;
      return { expected, offsetIn: ({ sectionOf }) => sectionOf(section).range.start };
    }
  }
  const last = match.teams.at(-1);
  return last === undefined ? firstPlace(match) : behind(last);
}

function behind({ expected, section }: OutlineTeam): TeamPlace {
  return { expected, offsetIn: ({ sectionOf }) => sectionOf(section).range.end };
}

function firstPlace({ sections }: OutlineMatch): TeamPlace | null {
  const listing = sections.find((pair) => pair.expected.children.some(({ team }) => team !== null));
  const expected = listing?.expected.children.find(({ team }) => team !== null);
  return listing === undefined || expected === undefined
    ? null
    : { expected, offsetIn: ({ sectionOf }) => sectionOf(listing.section).bodyRange.end };
}
