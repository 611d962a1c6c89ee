import assert from 'node:assert/strict';
import type { TemplateMatch } from '../../server/src/core/matching/template-match.ts';
import type { Heading } from '../../server/src/core/minutes/heading.ts';
import type { Section } from '../../server/src/core/minutes/outline.ts';

/** Returns what a match says of these minutes, with all that is only looked up when asked for. */
export function writtenMatch({
  outline,
  sections,
  teams,
  missing,
  optional,
  misplaced,
  duplicates,
  unexpected,
  pasted,
}: TemplateMatch): unknown {
  const withSection = (found: { readonly section: Section }): object => ({
    ...found,
    section: sectionOf(found.section),
  });
  return {
    outline: outline.map(sectionOf),
    sections: sections.map(withSection),
    teams: teams.map(({ expected, section, team, parent }) => ({
      expected,
      section: sectionOf(section),
      team,
      parent: parent && sectionOf(parent),
    })),
    missing: missing.map(withParent),
    optional: optional.map(withParent),
    misplaced: misplaced.map((found) => ({
      ...withSection(found),
      after: found.after && sectionOf(found.after),
      parent: found.parent && sectionOf(found.parent),
    })),
    duplicates: duplicates.map((found) => ({
      ...withSection(found),
      first: sectionOf(found.first),
    })),
    unexpected: unexpected.map(withSection),
    pasted: pasted.map(({ container, headings }) => [
      headingOf(container),
      headings.map(({ heading, depth }) => [headingOf(heading), depth]),
    ]),
  };
}

function withParent({ parent, astray, ...missing }: TemplateMatch['missing'][number]): object {
  return {
    ...missing,
    parent: parent && sectionOf(parent),
    astray: astray.map((found) => ({ ...found, section: sectionOf(found.section) })),
  };
}

function sectionOf({ heading, depth, range, bodyRange, children }: Section): object {
  const below = children.map(sectionOf);
  return { heading: headingOf(heading), depth, range, bodyRange, children: below };
}

/** Returns a heading without what it is parsed by, which is another function in each document. */
export function headingOf({ node, ...heading }: Heading): object {
  assert.equal(typeof node, 'function');
  return heading;
}
