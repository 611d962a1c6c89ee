import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { PairKind } from './pair.ts';
import { slipOf } from './slip.ts';
import { writtenShift } from './written-shift.ts';
import type { OutlineMatch, OutlineTeam, TemplateMatch } from './template-match.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** Where a team's section belongs, and which of the template's shapes it takes there. */
export interface TeamPlace {
  readonly expected: TemplateSection;
  /** How much deeper than in the template the teams are written there. */
  readonly shift: number;
  /** Returns the offset where the section belongs in minutes with this outline and text. */
  readonly offsetIn: (match: TemplateMatch, text: string) => number;
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
  template: Template,
): TeamPlace | null {
  const own = order.indexOf(normalizeText(name));
  const ranked = match.teams.map((matched) => ({
    matched,
    rank: rankIn(order, matched),
  }));
  if (own !== -1) {
    const before = ranked
      .filter(({ rank }) => rank !== -1 && rank < own)
      .sort((a, b) => a.rank - b.rank)
      .at(-1);
    if (before !== undefined) return after(before.matched);
    const next = ranked.find(({ rank }) => rank > own);
    if (next !== undefined) {
      const { expected, section } = next.matched;
      const shift = writtenShift(null, [next.matched]);
      return { expected, shift, offsetIn: ({ sectionOf }) => sectionOf(section).range.start };
    }
  }
  const last = match.teams.at(-1);
  return last === undefined ? firstPlace(match, template) : after(last);
}

/** Returns the place of a team in an order of keys, also where its name has a slip of the pen; -1 where it has none. */
export function rankIn(order: readonly string[], { team }: Pick<OutlineTeam, 'team'>): number {
  const rank = order.indexOf(team.key);
  if (rank !== -1) return rank;
  // What is no status belongs to the name, and may be a slip of one.
  const bare = team.team.replace(/\s*\([^()]*\)$/, '');
  const nearly = order.findIndex((key) => slipOf(bare, key) !== null);
  return nearly === -1 ? order.indexOf(normalizeText(bare)) : nearly;
}

function after({ expected, section }: Pick<OutlineTeam, 'expected' | 'section'>): TeamPlace {
  const shift = writtenShift(null, [{ expected, section }]);
  return { expected, shift, offsetIn: ({ sectionOf }) => sectionOf(section).range.end };
}

/** Returns the place of the first team: among the sections beside it, as the template has them. */
function firstPlace(match: OutlineMatch, template: Template): TeamPlace | null {
  const listing =
    match.sections.find((pair) => pair.expected.children.some(({ team }) => team !== null)) ?? null;
  const siblings = listing?.expected.children ?? template.sections;
  const own = siblings.findIndex(({ team }) => team !== null);
  const expected = siblings[own];
  if (expected === undefined) return null;
  const present = match.sections.filter(
    (pair) =>
      siblings.includes(pair.expected) &&
      listing?.section.children.includes(pair.section) !== false &&
      !unsettled.includes(pair.kind),
  );
  const shift = writtenShift(listing, present);
  const before = present.findLast((pair) => siblings.indexOf(pair.expected) < own);
  const next = present.find((pair) => siblings.indexOf(pair.expected) > own);
  if (before !== undefined) {
    return { expected, shift, offsetIn: ({ sectionOf }) => sectionOf(before.section).range.end };
  }
  if (next !== undefined) {
    return { expected, shift, offsetIn: ({ sectionOf }) => sectionOf(next.section).range.start };
  }
  return {
    expected,
    shift,
    offsetIn: ({ sectionOf }, text) =>
      listing === null ? text.length : sectionOf(listing.section).bodyRange.end,
  };
}

const unsettled: readonly PairKind[] = ['moved', 'elsewhere', 'duplicate'];
