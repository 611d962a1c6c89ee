import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { Heading } from '../../minutes/heading.ts';
import { flattenSections, type Section } from '../../minutes/outline.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import type { TeamHeading } from '../../minutes/team-heading.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { OffsetRange } from '../../text/offset-range.ts';

/**
 * Returns the level below which the headings of pasted text belong.
 * It is that of the section at the range; but at the end of its text it is that of the innermost section around it
 * below which the template has what the pasted headings name, so that a team's update becomes no part of another's.
 * `write` returns the pasted text with its headings below a level.
 */
export function pasteDepth(
  range: OffsetRange,
  minutes: Minutes,
  template: Matcher | null,
  write: (depth: number) => string,
): number {
  const around = sectionsAround(range.start, minutes, template);
  const depths = [...around.map(({ depth }) => depth), 0].sort((a, b) => b - a);
  const own = depths[0] ?? 0;
  if (template === null || !isAtEnd(range, minutes)) return own;
  const names = knownTeams(minutes, template);
  const known = depths.find((depth) => {
    const pasted = write(depth);
    const { highest, pairs, teams } = matchPasted(pasted, range, minutes, template);
    const isKnown = (heading: Heading): boolean => {
      const expected = pairs.get(heading);
      const team = teams.get(heading);
      if (depth === own) return expected !== undefined || team !== undefined;
      if (team !== undefined) return team.leads.length > 0 || team.vacant || names.has(team.key);
      return expected !== undefined && expected.keys.length > 0 && isAtLevel(heading, expected);
    };
    return highest.length > 0 && highest.every(isKnown);
  });
  return known ?? own;
}

function isAtLevel({ depth }: Heading, { levels: { min, max } }: TemplateSection): boolean {
  return min <= depth && depth <= max;
}

function sectionsAround(
  offset: number,
  minutes: Minutes,
  template: Matcher | null,
): readonly Pick<Section, 'depth'>[] {
  if (template === null) {
    const heading = minutes.headings.findLast(({ range }) => range.start <= offset);
    return heading === undefined ? [] : [heading];
  }
  return flattenSections(template.matchOf(minutes).outline).filter(
    ({ heading, range }) => heading.range.start <= offset && offset <= range.end,
  );
}

/** Returns whether only white space is between a range and the next heading. */
function isAtEnd({ end }: OffsetRange, { text, headings }: Minutes): boolean {
  const next = headings.find(({ range }) => range.start >= end)?.range.start ?? text.length;
  return text.slice(end, next).trim() === '';
}

/** Returns the keys of the teams that the roster or the minutes name. */
function knownTeams(minutes: Minutes, template: Matcher): ReadonlySet<string> {
  const listed = template.options.roster?.teams.map(({ name }) => normalizeText(name)) ?? [];
  return new Set([...listed, ...template.matchOf(minutes).teams.map(({ team }) => team.key)]);
}

interface MatchedPaste {
  /** The pasted headings of the highest level. */
  readonly highest: readonly Heading[];
  /** What the template has in the place of each heading that is in order and there once. */
  readonly pairs: ReadonlyMap<Heading, TemplateSection>;
  readonly teams: ReadonlyMap<Heading, TeamHeading>;
}

/** Returns what the template makes of the pasted headings where they would be. */
function matchPasted(
  pasted: string,
  { start, end }: OffsetRange,
  { text }: Minutes,
  template: Matcher,
): MatchedPaste {
  const after = readMinutes(parseMarkdown(text.slice(0, start) + pasted + text.slice(end)));
  const { sections, teams, misplaced, duplicates } = template.matchOf(after);
  const headings = after.headings.filter(
    ({ range }) => range.start >= start && range.start < start + pasted.length,
  );
  const depth = Math.min(...headings.map((heading) => heading.depth));
  const pairs = new Map(sections.map(({ section, expected }) => [section.heading, expected]));
  for (const { section } of [...misplaced, ...duplicates]) pairs.delete(section.heading);
  return {
    highest: headings.filter((heading) => heading.depth === depth),
    pairs,
    teams: new Map(teams.map(({ section, team }) => [section.heading, team])),
  };
}
