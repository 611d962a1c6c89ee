import type { MatchedTeam, TemplateMatch } from './template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** Where a team's section belongs, and which of the template's shapes it takes there. */
export interface TeamPlace {
  readonly expected: TemplateSection;
  readonly offset: number;
}

/**
 * Returns where a team belongs: after the team that precedes it in an order of keys, such as the roster's,
 * else before the next one of the order, else after the last team.
 * Null where the minutes lack the section that lists the teams.
 */
export function placeOfTeam(
  name: string,
  order: readonly string[],
  match: TemplateMatch,
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
      return { expected: after.matched.expected, offset: after.matched.section.range.start };
    }
  }
  const last = match.teams.at(-1);
  return last === undefined ? firstPlace(match) : behind(last);
}

function behind({ expected, section }: MatchedTeam): TeamPlace {
  return { expected, offset: section.range.end };
}

function firstPlace({ sections }: TemplateMatch): TeamPlace | null {
  const listing = sections.find((pair) => pair.expected.children.some(({ team }) => team !== null));
  const expected = listing?.expected.children.find(({ team }) => team !== null);
  return listing === undefined || expected === undefined
    ? null
    : { expected, offset: listing.section.bodyRange.end };
}
