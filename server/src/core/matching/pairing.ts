import { flattenSections, type Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { allSections, isHeadingOf, isNamed, readTeamOf } from './heading-match.ts';
import type { Pair, Pairing, PairKind, Siblings } from './pair.ts';
import { pairSlots } from './pair-slots.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';

/**
 * Pairs the sections of the minutes with those of the template, each at most once:
 * first by name below the right parent, then what is missing by name anywhere, then by resemblance
 * and by place.
 */
export function pairSections(outline: readonly Section[], template: Template): Pairing {
  const pairing = createPairing(outline, template);
  pairBelow(pairing, null, template.sections, outline);
  pairElsewhere(pairing, outline);
  for (const siblings of pairing.siblings) pairSimilar(pairing, siblings);
  return pairing;
}

/** A pairing while it is made. `siblings` grows while it is gone through. */
interface GrowingPairing extends Pairing {
  readonly siblings: Siblings[];
  readonly pairOf: Map<Section, Pair>;
  readonly pairsOf: Map<TemplateSection, Pair[]>;
  readonly sections: readonly TemplateSection[];
  /** Sections whose name stands at no heading of their own level: no team is called so. */
  readonly displaced: readonly TemplateSection[];
}

function createPairing(outline: readonly Section[], template: Template): GrowingPairing {
  const sections = allSections(template);
  const everywhere = flattenSections(outline);
  const displaced = sections
    .filter(isPlain)
    .filter(
      (expected) =>
        !everywhere.some(
          ({ heading, depth }) => depth === expected.depth && isHeadingOf(expected, heading),
        ),
    );
  return { siblings: [], pairOf: new Map(), pairsOf: new Map(), sections, displaced };
}

function isPlain({ team, kind }: TemplateSection): boolean {
  return team === null && kind !== 'release';
}

function isMissing({ pairsOf }: Pairing, expected: TemplateSection): boolean {
  return !pairsOf.has(expected);
}

function addPair(
  pairing: GrowingPairing,
  expected: TemplateSection,
  section: Section,
  kind: PairKind,
  team: TeamHeading | null = null,
): void {
  const pair = { expected, section, kind, team };
  pairing.pairOf.set(section, pair);
  const pairs = pairing.pairsOf.get(expected);
  if (pairs === undefined) pairing.pairsOf.set(expected, [pair]);
  else pairs.push(pair);
  pairBelow(pairing, pair, expected.children, section.children);
}

/** Pairs by name what stands below a section, at the levels that the section's own level asks for. */
function pairBelow(
  pairing: GrowingPairing,
  parent: Pair | null,
  expected: readonly TemplateSection[],
  sections: readonly Section[],
): void {
  const shift = parent === null ? 0 : parent.section.depth - parent.expected.depth;
  pairing.siblings.push({ parent, expected, sections });
  for (const section of sections) pairByName(pairing, expected, section, shift);
  const title = parent === null ? expected.find(({ kind }) => kind === 'title') : undefined;
  if (title !== undefined) pairTitle(pairing, title, sections);
}

function pairByName(
  pairing: GrowingPairing,
  expected: readonly TemplateSection[],
  section: Section,
  shift: number,
): void {
  const { heading, depth } = section;
  const atLevel = expected.filter((sibling) => sibling.depth + shift === depth);
  const named = atLevel.filter((sibling) => isHeadingOf(sibling, heading));
  const match = named.find(({ pattern }) => pattern.literal !== null) ?? named[0];
  if (match !== undefined) {
    const full = (pairing.pairsOf.get(match)?.length ?? 0) >= match.repeat.max;
    addPair(pairing, match, section, full ? 'duplicate' : 'exact');
    return;
  }
  if (heading.text === '' || pairing.displaced.some((name) => isHeadingOf(name, heading))) return;
  const teams = atLevel.filter(({ team }) => team !== null);
  const read = readTeamOf(teams, heading);
  if (read !== null) addPair(pairing, read.section, section, 'exact', read.team);
}

/** The first heading of its level is the title, and what stands above or without a title is below it. */
function pairTitle(
  pairing: GrowingPairing,
  title: TemplateSection,
  sections: readonly Section[],
): void {
  const isUnpaired = (section: Section): boolean => !pairing.pairOf.has(section);
  const first = sections.find((section) => isUnpaired(section) && section.depth === title.depth);
  if (first !== undefined && isMissing(pairing, title)) addPair(pairing, title, first, 'title');
  const above = sections.filter((section) => isUnpaired(section) && section.depth > title.depth);
  if (above.length > 0) pairAboveTitle(pairing, title, above);
}

/** What stands above the title belongs below it; where there is no title it stands by itself. */
function pairAboveTitle(
  pairing: GrowingPairing,
  title: TemplateSection,
  above: readonly Section[],
): void {
  const index = pairing.siblings.findIndex(({ parent }) => parent?.expected === title);
  const below = pairing.siblings[index];
  if (below === undefined) {
    pairBelow(pairing, null, title.children, above);
    return;
  }
  for (const section of above) pairByName(pairing, title.children, section, 0);
  pairing.siblings[index] = { ...below, sections: [...above, ...below.sections] };
}

/** Pairs what is missing with a heading of its name anywhere outside the teams' updates. */
function pairElsewhere(pairing: GrowingPairing, outline: readonly Section[]): void {
  for (const expected of pairing.sections.filter(isPlain)) {
    if (!isMissing(pairing, expected) || !isNamed(expected)) continue;
    const found = unpairedOutsideTeams(pairing, outline).filter(({ heading }) =>
      isHeadingOf(expected, heading),
    );
    const parent = pairing.sections.find(({ children }) => children.includes(expected));
    const parentMissing = parent !== undefined && isMissing(pairing, parent);
    const atLevel = found.find(({ depth }) => depth === expected.depth);
    const other = found[0];
    if (atLevel !== undefined) {
      addPair(pairing, expected, atLevel, parentMissing ? 'exact' : 'elsewhere');
    } else if (other !== undefined) addPair(pairing, expected, other, 'level');
  }
}

function unpairedOutsideTeams(pairing: Pairing, sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => {
    const pair = pairing.pairOf.get(section);
    if (pair?.team) return [];
    const below = unpairedOutsideTeams(pairing, section.children);
    return pair === undefined ? [section, ...below] : below;
  });
}

/** Pairs what is missing with a sibling of a similar name, or with the only unknown one in its place. */
function pairSimilar(pairing: GrowingPairing, siblings: Siblings): void {
  for (const expected of siblings.expected) {
    if (!isMissing(pairing, expected)) continue;
    const similar = siblings.sections.find(
      (section) =>
        !pairing.pairOf.has(section) &&
        section.depth === expected.depth &&
        expected.resembles(section.heading.text),
    );
    if (similar !== undefined) addPair(pairing, expected, similar, 'misspelled');
  }
  for (const { expected, section } of pairSlots(siblings, pairing)) {
    addPair(pairing, expected, section, 'renamed');
  }
}
