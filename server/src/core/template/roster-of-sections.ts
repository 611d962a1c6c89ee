import { normalizeText } from '../text/normalize-text.ts';
import type { Roster } from './roster.ts';
import type { TemplateHeading } from './template-heading.ts';
import type { TemplateSection } from './template-section.ts';

/**
 * Returns the roster that a heading marked `roster` declares: the example teams that it is one of
 * or is above, or the literal siblings that match a `{team}` shape. Null where none is marked.
 */
export function rosterOfSections(
  headings: readonly TemplateHeading[],
  sections: readonly TemplateSection[],
): Roster | null {
  const marked = new Set(
    headings
      .filter(({ refinements }) => refinements.roster)
      .map(({ heading }) => heading.range.start),
  );
  if (marked.size === 0) return null;
  const teams = sections.flatMap((section) => teamsBelow(section, marked, false));
  return { teams };
}

function teamsBelow(
  section: TemplateSection,
  marked: ReadonlySet<number>,
  inherited: boolean,
): Roster['teams'] {
  const isMarked =
    inherited ||
    marked.has(section.range.start) ||
    section.examples.some(({ range }) => marked.has(range.start));
  const own = isMarked
    ? section.examples.map(({ team, leads, status }) => ({
        name: team,
        key: normalizeText(team),
        leads,
        status,
        releases: [],
        from: null,
        until: null,
      }))
    : [];
  return [...own, ...section.children.flatMap((child) => teamsBelow(child, marked, isMarked))];
}
