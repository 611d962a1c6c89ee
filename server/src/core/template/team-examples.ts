import type { Minutes } from '../minutes/read-minutes.ts';
import type { HeadingNode } from './heading-tree.ts';
import { placeholdersIn } from './placeholder.ts';
import type { TemplateHeading } from './template-heading.ts';
import type { TeamExample, TeamShape } from './template-section.ts';
import type { TemplateOptions } from './template.ts';
import { exampleForm, exampleShape, readTeam, teamShapeOf } from './team-shape.ts';
import { createPattern, readSkeletonDates, type TextPattern } from './text-pattern.ts';

/** Sibling headings that show teams, which become one section. */
export interface ExampleGroup {
  /** The heading that gives the section its place and its comments. */
  readonly shown: HeadingNode;
  readonly members: readonly HeadingNode[];
  readonly examples: readonly TeamExample[];
  readonly shape: TeamShape;
  readonly pattern: TextPattern;
}

/**
 * Finds the siblings that are examples of teams: two or more of level 3 or deeper without placeholders in one form,
 * `Name - Person` or `Name (Person)`, or, beside a `{team}` heading marked `roster`, those in its form.
 */
export function exampleGroup(
  siblings: readonly HeadingNode[],
  document: Minutes,
  options: TemplateOptions,
): ExampleGroup | null {
  const team = siblings.find(({ own }) => hasTeam(own));
  if (team !== undefined) return rosterGroup(team, siblings, document, options);
  const forms = siblings.map(({ own }) =>
    own.heading.depth < 3 || placeholdersIn(own.heading.text).length > 0
      ? null
      : exampleForm(own.heading.text, options.placeholders),
  );
  const form = mostFrequent(forms);
  const examples = siblings.filter((_, index) => forms[index] === form);
  const shown = examples[0];
  if (form === null || shown === undefined || examples.length < 2) return null;
  const source = form === 'dash' ? '{team} ({status?}) - {lead}' : '{team} ({lead})';
  const pattern = createPattern(source, options.placeholders);
  const shape = exampleShape(form, options.placeholders, options.orgs);
  return {
    shown,
    members: examples,
    examples: examples.map((node) => toExample(node, shape, pattern, document)),
    shape,
    pattern,
  };
}

function rosterGroup(
  team: HeadingNode,
  siblings: readonly HeadingNode[],
  document: Minutes,
  options: TemplateOptions,
): ExampleGroup | null {
  const source = readSkeletonDates(team.own.heading.text, false);
  const pattern = createPattern(source, options.placeholders);
  const shape = teamShapeOf(pattern, options.placeholders, options.orgs);
  if (shape === null || !team.own.refinements.roster) return null;
  const examples = siblings.filter(
    ({ own }) =>
      own.heading.depth === team.own.heading.depth &&
      exampleForm(own.heading.text, options.placeholders) === shape.form,
  );
  return {
    shown: team,
    members: [team, ...examples],
    examples: examples.map((node) => toExample(node, shape, pattern, document)),
    shape,
    pattern,
  };
}

function hasTeam({ heading }: TemplateHeading): boolean {
  return placeholdersIn(heading.text).some(({ placeholder }) => placeholder.name === 'team');
}

function toExample(
  { own, below }: HeadingNode,
  shape: TeamShape,
  pattern: TextPattern,
  document: Minutes,
): TeamExample {
  const read = readTeam(own.heading.unstruckText, shape, pattern);
  const end = below.at(-1)?.bodyRange.end ?? own.bodyRange.end;
  return {
    team: read?.team ?? own.heading.text,
    leads: read?.leads ?? [],
    status: read?.status ?? null,
    text: document.text.slice(own.heading.range.start, end).trimEnd(),
    range: own.heading.range,
  };
}

function mostFrequent<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
