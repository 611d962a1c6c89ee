import * as l10n from '@vscode/l10n';
import { groupBy } from '../text/group-by.ts';
import { comparableName } from './comparable-name.ts';
import type { TemplateProblem } from './template.ts';
import type { TemplateSection } from './template-section.ts';

/**
 * Returns the sections that may be at a level at which another section of their name is, so that a heading may be either of the two,
 * or at that of a deeper one beside them, which could then as well be below them.
 */
export function ambiguousLevels(sections: readonly TemplateSection[]): readonly TemplateProblem[] {
  const all = flatten(sections);
  if (all.every(hasOneLevel)) return [];
  const siblings = new Map(
    [sections, ...all.map(({ children }) => children)].flatMap((each) =>
      each.map((section) => [section, each]),
    ),
  );
  const named = groupBy(
    all.flatMap((section) => namesOf(section).map((name) => ({ name, section }))),
    ({ name }) => name,
  );
  return all
    .filter((section) => !hasOneLevel(section))
    .flatMap((section): TemplateProblem[] => {
      const beside = siblings.get(section) ?? [];
      const isTaken = namesOf(section).some((name) =>
        named.get(name)?.some(({ section: other }) => mayBeTaken(section, other, beside)),
      );
      const message = isTaken ? takenName(section) : deeperSibling(section, beside);
      return message === null
        ? []
        : [{ rule: 'invalid-template', message, range: section.contentRange, fix: null }];
    });
}

function takenName({ name }: TemplateSection): string {
  return l10n.t(
    '“{0}” may be at the level of another section of this name: write one level, or another name',
    name,
  );
}

/** What is deeper and beside a section could as well be below it where both are at one level. */
function deeperSibling(
  { name, depth, levels }: TemplateSection,
  siblings: readonly TemplateSection[],
): string | null {
  const deeper = siblings.find((other) => other.depth > depth && other.levels.min <= levels.max);
  return deeper === undefined
    ? null
    : l10n.t(
        '“{0}” may be at the level of the deeper section “{1}” beside it: give it one level, or give both the same levels',
        name,
        deeper.name,
      );
}

function flatten(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

function hasOneLevel({ levels }: TemplateSection): boolean {
  return levels.min === levels.max;
}

/**
 * Returns whether a heading of one section could be at a level of the other.
 * Below another parent a section of the same depth is no other than it would be with one level.
 */
function mayBeTaken(
  section: TemplateSection,
  other: TemplateSection,
  siblings: readonly TemplateSection[],
): boolean {
  const isDistinct =
    section.depth !== other.depth || (hasOneLevel(other) && siblings.includes(other));
  return (
    isDistinct && section.levels.min <= other.levels.max && other.levels.min <= section.levels.max
  );
}

function namesOf({ pattern, otherPatterns, keys }: TemplateSection): readonly string[] {
  return [...new Set([comparableName(pattern), ...otherPatterns.map(comparableName), ...keys])];
}
