import * as l10n from '@vscode/l10n';
import { normalizeText } from '../text/normalize-text.ts';
import type { Roster } from './roster.ts';
import type { TemplateProblem } from './template.ts';
import type { TemplateSection } from './template-section.ts';
import { placeholdersOf } from './text-pattern.ts';

/** Returns the sections of a template that nobody could tell apart in minutes, each with what to write instead. */
export function ambiguousSections(
  sections: readonly TemplateSection[],
  roster: Roster | null,
): readonly TemplateProblem[] {
  return [
    ...ambiguousSiblings(sections, false, roster),
    ...sections.flatMap((section) => belowSection(section, roster)),
  ];
}

function belowSection(
  { children, anyOrder }: TemplateSection,
  roster: Roster | null,
): readonly TemplateProblem[] {
  return [
    ...ambiguousSiblings(children, anyOrder, roster),
    ...children.flatMap((child) => belowSection(child, roster)),
  ];
}

function ambiguousSiblings(
  siblings: readonly TemplateSection[],
  anyOrder: boolean,
  roster: Roster | null,
): readonly TemplateProblem[] {
  return siblings.flatMap((section, index): TemplateProblem[] => {
    const before = siblings.slice(0, index).filter(({ depth }) => depth === section.depth);
    const others = siblings.filter((other) => other !== section && other.depth === section.depth);
    const message =
      emptyName(section) ??
      sharedAlias(section, others) ??
      equalBefore(section, before, siblings, anyOrder) ??
      freeBefore(section, before, siblings, anyOrder) ??
      teamName(section, others, roster);
    return message === null
      ? []
      : [{ rule: 'invalid-template', message, range: section.contentRange, fix: null }];
  });
}

function emptyName({ name, pattern }: TemplateSection): string | null {
  return pattern.literal === null && pattern.parts.every(({ kind }) => kind === 'optional')
    ? l10n.t('“{0}” may be empty: write it without “?”, or mark the section as optional', name)
    : null;
}

function sharedAlias(section: TemplateSection, others: readonly TemplateSection[]): string | null {
  const isShared = (alias: string): boolean =>
    others.some(({ keys }) => keys.includes(normalizeText(alias)));
  const alias = section.aliases.find(isShared);
  return alias === undefined
    ? null
    : l10n.t(
        'The alias “{0}” is also a name of another section beside this one: remove it from one of them',
        alias,
      );
}

/** Equal sections need something between them, unless they are alike and could be one that repeats. */
function equalBefore(
  section: TemplateSection,
  before: readonly TemplateSection[],
  siblings: readonly TemplateSection[],
  anyOrder: boolean,
): string | null {
  const equal = before.findLast((other) => nameOf(other) === nameOf(section));
  if (equal === undefined) return null;
  if (anyOrder) {
    return l10n.t(
      'Two sections “{0}” can’t be told apart in any order: write one of them with `repeat 2`',
      section.name,
    );
  }
  const between = siblings.slice(siblings.indexOf(equal) + 1, siblings.indexOf(section));
  const areSure = [equal, section].every(({ required, repeat }) => required && repeat.max === 1);
  const isParted = areSure ? between.length > 0 : between.some(({ required }) => required);
  return !isParted && shapeOf(equal) !== shapeOf(section)
    ? l10n.t(
        'Two sections “{0}” in a row with different parts can’t be told apart: give them different names',
        section.name,
      )
    : null;
}

/** Sections of any name need a required name between them where one of them repeats. */
function freeBefore(
  section: TemplateSection,
  before: readonly TemplateSection[],
  siblings: readonly TemplateSection[],
  anyOrder: boolean,
): string | null {
  if (!isFree(section)) return null;
  const other = before.findLast(isFree);
  if (other === undefined) return null;
  const between = siblings.slice(siblings.indexOf(other) + 1, siblings.indexOf(section));
  const isParted = between.some(({ required, pattern }) => required && pattern.literal !== null);
  if (isParted && !anyOrder) return null;
  const repeats = [section, other].some(({ repeat }) => repeat.max > 1);
  return repeats || anyOrder
    ? l10n.t(
        '“{0}” and “{1}” take the same headings: put a required section with a name between them, or write only one of them',
        other.name,
        section.name,
      )
    : null;
}

function teamName(
  { keys, name }: TemplateSection,
  others: readonly TemplateSection[],
  roster: Roster | null,
): string | null {
  const isBesideTeams = others.some(({ team }) => team !== null);
  const team = roster?.teams.find(({ key }) => keys.includes(key));
  return !isBesideTeams || team === undefined
    ? null
    : l10n.t('“{0}” is also a team of the roster: give the section another name', name);
}

/** Tells whether a section is named by placeholders alone that any text fits. */
function isFree({ pattern, team }: TemplateSection): boolean {
  if (team !== null || pattern.literal !== null) return false;
  const free = new Set(['text', 'person', 'release', 'lead']);
  return (
    pattern.parts.every((part) => part.kind !== 'literal' || !/[\p{L}\p{N}]/u.test(part.text)) &&
    placeholdersOf(pattern.parts).every(({ name }) => free.has(name))
  );
}

function nameOf({ pattern }: TemplateSection): string {
  return normalizeText(pattern.source);
}

/** Returns all by which what is in a section differs from what is in another. */
function shapeOf({ children, table, notEmpty }: TemplateSection): string {
  const below = children.map((child) => {
    const { required, repeat } = child;
    return [nameOf(child), required, repeat.min, repeat.max, shapeOf(child)].join(' ');
  });
  return [table?.header.join('|'), table?.horizons.join('|'), notEmpty, ...below].join('; ');
}
