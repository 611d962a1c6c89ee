import * as l10n from '@vscode/l10n';
import { groupBy } from '../text/group-by.ts';
import { ambiguousLevels } from './ambiguous-levels.ts';
import { comparableName } from './comparable-name.ts';
import type { Roster } from './roster.ts';
import type { TemplateProblem } from './template.ts';
import type { TemplateSection } from './template-section.ts';
import { placeholdersOf } from './text-pattern.ts';

/** Returns the sections of a template that can't be distinguished in minutes, each with what to write instead. */
export function ambiguousSections(
  sections: readonly TemplateSection[],
  roster: Roster | null,
): readonly TemplateProblem[] {
  return [
    ...ambiguousSiblings(sections, false, roster),
    ...sections.flatMap((section) => belowSection(section, roster)),
    ...ambiguousLevels(sections),
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
  const teamNames = new Set(roster?.teams.map(({ key }) => key));
  const groups = groupBy(siblings, ({ depth }) => depth);
  const beside = new Map([...groups].map(([depth, group]) => [depth, besideEach(group)] as const));
  /** Where a section of a level and name, or of any name, was last. */
  const last = new Map<string, number>();
  return siblings.flatMap((section, index): TemplateProblem[] => {
    const { holders = new Map<string, number>(), teams = 0 } = beside.get(section.depth) ?? {};
    const since = (key: string): readonly TemplateSection[] =>
      siblings.slice(last.get(key) ?? index, index);
    const [name, free] = [`${String(section.depth)} ${nameOf(section)}`, String(section.depth)];
    const message =
      emptyName(section) ??
      sharedAlias(section, holders) ??
      equalBefore(section, since(name), anyOrder) ??
      freeBefore(section, since(free), anyOrder) ??
      (teams > (section.team === null ? 0 : 1) ? teamName(section, teamNames) : null);
    last.set(name, index);
    if (isFree(section)) last.set(free, index);
    return message === null
      ? []
      : [{ rule: 'invalid-template', message, range: section.contentRange, fix: null }];
  });
}

/** What sections of one level have between them. */
interface Beside {
  /** How many have each name or alias. */
  readonly holders: ReadonlyMap<string, number>;
  /** How many are of teams. */
  readonly teams: number;
}

function besideEach(sections: readonly TemplateSection[]): Beside {
  return {
    holders: keyHolders(sections),
    teams: sections.filter(({ team }) => team !== null).length,
  };
}

function keyHolders(sections: readonly TemplateSection[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { keys, pattern, otherPatterns } of sections) {
    const sources = [pattern, ...otherPatterns].map(comparableName);
    for (const key of new Set([...keys, ...sources])) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return holders;
}

function emptyName({ name, pattern }: TemplateSection): string | null {
  return pattern.literal === null && pattern.parts.every(({ kind }) => kind === 'optional')
    ? l10n.t('“{0}” may be empty: write it without “?”, or mark the section as optional', name)
    : null;
}

function sharedAlias(
  section: TemplateSection,
  holders: ReadonlyMap<string, number>,
): string | null {
  const aliases = [...section.aliases, ...section.otherPatterns.map(({ source }) => source)];
  const alias = aliases.find((source) => (holders.get(comparableName({ source })) ?? 0) > 1);
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
  [equal, ...between]: readonly TemplateSection[],
  anyOrder: boolean,
): string | null {
  if (equal === undefined) return null;
  if (anyOrder) {
    return l10n.t(
      'Two sections “{0}” can’t be told apart in any order: write one of them with `repeat 2`',
      section.name,
    );
  }
  const areSure = [equal, section].every(({ required, repeat }) => required && repeat.max === 1);
  const parting = areSure ? between : between.filter(({ required }) => required);
  const needed = mayGive(equal, section) || mayGive(section, equal) ? 2 : 1;
  return parting.length < needed && shapeOf(equal) !== shapeOf(section)
    ? l10n.t(
        'Two sections “{0}” with different parts can’t be told apart here: give them different names',
        section.name,
      )
    : null;
}

/**
 * Tells whether a heading of one section may as well be the other, which repeats, or may be absent like the first:
 * then one section between them that is absent or out of order leaves open which of the two it is.
 */
function mayGive(section: TemplateSection, other: TemplateSection): boolean {
  if (!section.required && !other.required) return true;
  return other.repeat.max > 1 && (!section.required || section.repeat.max > 1);
}

/** Sections of any name need a required name between them where one of them repeats. */
function freeBefore(
  section: TemplateSection,
  [other, ...between]: readonly TemplateSection[],
  anyOrder: boolean,
): string | null {
  if (!isFree(section) || other === undefined) return null;
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

function teamName({ keys, name }: TemplateSection, teamNames: ReadonlySet<string>): string | null {
  return keys.some((key) => teamNames.has(key))
    ? l10n.t('“{0}” is also a team of the roster: give the section another name', name)
    : null;
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
  return comparableName(pattern);
}

/** Returns all by which a section differs from another of its name. */
function shapeOf(section: TemplateSection): string {
  const { pattern, children, table, notEmpty, fields, dateLines } = section;
  const below = children.map((child) => {
    const { required, repeat } = child;
    return [nameOf(child), required, repeat.min, repeat.max, shapeOf(child)].join(' ');
  });
  const forms = placeholdersOf(pattern.parts).map(({ format }) => format ?? '');
  const labels = fields.map(({ key, depth, placeholders }) =>
    [key, depth, ...placeholders.map(({ name, format }) => `${name}:${format ?? ''}`)].join(' '),
  );
  const days = dateLines.map(({ search: { placeholder } }) => placeholder.format);
  const own = [table?.header.join('|'), table?.horizons.join('|'), notEmpty];
  return [...forms, ...own, ...labels, ...days, ...below].join('; ');
}
