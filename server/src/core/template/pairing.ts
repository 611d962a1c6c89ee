import { flattenSections, type Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { resembles } from '../text/closest.ts';
import { allSections, isHeadingOf, literalNames, readTeamOf } from './heading-match.ts';
import type { Template, TemplateSection } from './template.ts';

/**
 * How a section was recognised: `exact`: as the template says; `title`: the first heading, though it
 * reads otherwise; `misspelled`: by resemblance; `renamed`: by its place alone; `level`: at another
 * level; `elsewhere`: below another parent; `duplicate`: once more.
 */
export type PairKind =
  'exact' | 'title' | 'misspelled' | 'renamed' | 'level' | 'elsewhere' | 'duplicate';

/** A section of the minutes that stands for one of the template's. */
export interface Pair {
  readonly expected: TemplateSection;
  readonly section: Section;
  readonly kind: PairKind;
  /** What the heading says, where it is a team's. */
  readonly team: TeamHeading | null;
}

/** Sections of the minutes side by side, and those of the template that they are to be. */
export interface Siblings {
  readonly parent: Pair | null;
  readonly expected: readonly TemplateSection[];
  readonly sections: readonly Section[];
}

/** What stands for what. */
export interface Pairing {
  readonly siblings: readonly Siblings[];
  readonly pairOf: ReadonlyMap<Section, Pair>;
  readonly pairsOf: ReadonlyMap<TemplateSection, readonly Pair[]>;
}

/** Pairs the sections of the minutes with those of the template, each at most once. */
export function pairSections(outline: readonly Section[], template: Template): Pairing {
  const siblings: Siblings[] = [];
  const pairOf = new Map<Section, Pair>();
  const pairsOf = new Map<TemplateSection, Pair[]>();
  const isMissing = (expected: TemplateSection): boolean => !pairsOf.has(expected);
  const everySection = allSections(template);
  const everywhere = flattenSections(outline);
  const plain = everySection.filter(({ team, kind }) => team === null && kind !== 'release');
  const atOwnLevel = new Set(
    plain.filter((expected) =>
      everywhere.some(
        ({ heading, depth }) => depth === expected.depth && isHeadingOf(expected, heading.text),
      ),
    ),
  );
  const strayNames = plain.filter((expected) => !atOwnLevel.has(expected));

  const pair = (
    expected: TemplateSection,
    section: Section,
    kind: PairKind,
    team: TeamHeading | null = null,
  ): void => {
    const added = { expected, section, kind, team };
    pairOf.set(section, added);
    pairsOf.set(expected, [...(pairsOf.get(expected) ?? []), added]);
    pairBelow(added, expected.children, section.children, section.depth - expected.depth);
  };

  const pairBelow = (
    parent: Pair | null,
    expected: readonly TemplateSection[],
    sections: readonly Section[],
    shift: number,
  ): void => {
    siblings.push({ parent, expected, sections });
    for (const section of sections) pairExact(expected, section, shift);
    const title = parent === null ? expected.find(({ kind }) => kind === 'title') : undefined;
    if (title === undefined) return;
    const unpaired = sections.filter((section) => !pairOf.has(section));
    if (isMissing(title)) {
      const first = unpaired.find(({ depth }) => depth === title.depth);
      if (first !== undefined) pair(title, first, 'title');
    }
    const strays = unpaired.filter(
      (section) => section.depth > title.depth && !pairOf.has(section),
    );
    if (strays.length > 0) pairBelow(null, title.children, strays, 0);
  };

  const pairExact = (
    expected: readonly TemplateSection[],
    section: Section,
    shift: number,
  ): void => {
    const { heading, depth } = section;
    const atDepth = expected.filter((sibling) => sibling.depth + shift === depth);
    const named = atDepth.filter((sibling) => isHeadingOf(sibling, heading.text));
    const match = named.find(({ pattern }) => pattern.literal !== null) ?? named[0];
    if (match !== undefined) {
      const full = (pairsOf.get(match)?.length ?? 0) >= match.repeat.max;
      pair(match, section, full ? 'duplicate' : 'exact');
      return;
    }
    const teams = atDepth.filter(({ team }) => team !== null);
    if (heading.text === '' || strayNames.some((name) => isHeadingOf(name, heading.text))) return;
    const read = readTeamOf(teams, heading);
    if (read !== null) pair(read.section, section, 'exact', read.team);
  };

  const unpairedOutsideTeams = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => {
      const own = pairOf.get(section);
      if (own !== undefined && own.team !== null) return [];
      const below = unpairedOutsideTeams(section.children);
      return own === undefined ? [section, ...below] : below;
    });

  pairBelow(null, template.sections, outline, 0);

  for (const expected of plain.filter(isMissing)) {
    const found = unpairedOutsideTeams(outline).filter(({ heading }) =>
      isHeadingOf(expected, heading.text),
    );
    if (isOnlyText(expected)) continue;
    const parent = everySection.find(({ children }) => children.includes(expected));
    const sameLevel = found.find(({ depth }) => depth === expected.depth);
    if (sameLevel !== undefined) {
      const parentMissing = parent !== undefined && isMissing(parent);
      pair(expected, sameLevel, parentMissing ? 'exact' : 'elsewhere');
    } else if (found[0] !== undefined) pair(expected, found[0], 'level');
  }

  for (let index = 0; index < siblings.length; index++) {
    const group = siblings[index];
    if (group === undefined) continue;
    for (const expected of group.expected.filter(isMissing)) {
      const similar = unpaired(group, pairOf).find(
        ({ heading, depth }) =>
          depth === expected.depth &&
          literalNames(expected).some((name) => resembles(name, heading.text)),
      );
      if (similar !== undefined) pair(expected, similar, 'misspelled');
    }
    for (const [expected, section] of slotPairs(group, pairOf, isMissing)) {
      pair(expected, section, 'renamed');
    }
  }
  return { siblings, pairOf, pairsOf };
}

function unpaired({ sections }: Siblings, pairOf: ReadonlyMap<Section, Pair>): Section[] {
  return sections.filter((section) => !pairOf.has(section) && section.heading.text !== '');
}

/** A section that is nothing but placeholders is no name to look for elsewhere. */
function isOnlyText({ pattern }: TemplateSection): boolean {
  return pattern.parts.every((part) => part.kind !== 'literal' || !/\p{L}/u.test(part.text));
}

/** Pairs the only missing with the only unknown section between the same two neighbours. */
function slotPairs(
  group: Siblings,
  pairOf: ReadonlyMap<Section, Pair>,
  isMissing: (expected: TemplateSection) => boolean,
): [TemplateSection, Section][] {
  const slots = new Map<string, { missing: TemplateSection[]; unknown: Section[] }>();
  const slot = (before: TemplateSection | null, after: TemplateSection | null) => {
    const key = `${String(group.expected.findIndex((e) => e === before))}:${String(group.expected.findIndex((e) => e === after))}`;
    const found = slots.get(key) ?? { missing: [], unknown: [] };
    slots.set(key, found);
    return found;
  };
  const present = (expected: TemplateSection): boolean => !isMissing(expected);
  group.expected.forEach((expected, index) => {
    if (present(expected) || !expected.required || expected.kind === 'title') return;
    const before = group.expected.slice(0, index).findLast(present) ?? null;
    const after = group.expected.slice(index + 1).find(present) ?? null;
    slot(before, after).missing.push(expected);
  });
  group.sections.forEach((section, index) => {
    if (pairOf.has(section) || section.heading.text === '') return;
    const expectedOf = (other: Section): TemplateSection | null =>
      group.expected.find((expected) => expected === pairOf.get(other)?.expected) ?? null;
    const before = group.sections.slice(0, index).findLast((other) => expectedOf(other) !== null);
    const after = group.sections.slice(index + 1).find((other) => expectedOf(other) !== null);
    slot(before ? expectedOf(before) : null, after ? expectedOf(after) : null).unknown.push(
      section,
    );
  });
  return [...slots.values()].flatMap(({ missing, unknown }): [TemplateSection, Section][] => {
    const [expected, section] = [missing[0], unknown[0]];
    const alone = missing.length === 1 && unknown.length === 1;
    return alone && expected !== undefined && section?.depth === expected.depth
      ? [[expected, section]]
      : [];
  });
}
