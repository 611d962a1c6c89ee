import type { Section } from '../minutes/outline.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import {
  absenceOf,
  alignSections,
  leastOf,
  placeBelow,
  type AlignContext,
  type AlignedSiblings,
} from './align-sections.ts';
import { isNamed } from './heading-match.ts';
import { costs } from './match-costs.ts';
import type { Pair, Pairing, PairKind, Siblings } from './pair.ts';
import { namedBy, type Recognizer } from './recognize-heading.ts';
import { displacedSections } from './displaced-sections.ts';

/**
 * Pairs the sections of an outline with those of the template so that what departs from it costs least:
 * siblings with siblings first, then what is absent there with a section of its name anywhere.
 */
export function pairSections(
  outline: readonly Section[],
  template: Template,
  recognizer: Recognizer,
): Pairing {
  const { above, sections } = splitAtTitle(outline, template);
  const displaced = displacedSections(outline, template, recognizer);
  const context: AlignContext = {
    ...recognizer,
    isDisplaced: (section) => displaced.has(section),
    aboveTitle: above,
  };
  const top = { shift: 0, anyOrder: false, closed: false };
  const root = alignSections(template.sections, sections, top, context);
  const pairing = new GrowingPairing(context, outline);
  pairing.add(null, root, null);
  const title = template.sections.find(({ kind }) => kind === 'title');
  const hasTitle = root.aligned.some(({ expected }) => expected === title);
  if (title !== undefined && !hasTitle && (title.required || above.length > 0)) {
    pairing.add(null, alignSections(title.children, above, top, context), null);
    if (title.required) pairing.refund(title.children);
  }
  pairing.pairElsewhere();
  return pairing.finish();
}

/**
 * Separates the sections at the top from those above the title: all where none is at the title's level, none where the template has no title.
 * What is below a heading that is higher than any of the template's is at the top, too.
 */
function splitAtTitle(
  outline: readonly Section[],
  { sections: expected }: Template,
): { readonly above: readonly Section[]; readonly sections: readonly Section[] } {
  const highest = Math.min(...expected.map(({ depth }) => depth));
  const spread = (all: readonly Section[]): readonly Section[] =>
    all.flatMap((each) => (each.depth < highest ? spread(each.children) : [each]));
  const sections = spread(outline);
  const title = expected.find(({ kind }) => kind === 'title');
  if (title === undefined) return { above: [], sections };
  const first = sections.findIndex(({ depth }) => depth <= title.levels.max);
  const end = first === -1 ? sections.length : first;
  return { above: sections.slice(0, end), sections: sections.slice(end) };
}

/** Siblings while they are paired. */
interface OpenSiblings {
  readonly parent: Pair | null;
  readonly aligned: AlignedSiblings;
  /** The team whose update they are in. */
  readonly team: Section | null;
  readonly pairs: Pair[];
  readonly orphans: Pair[];
}

/** A pairing while it is made. */
class GrowingPairing {
  readonly #context: AlignContext;
  readonly #outline: readonly Section[];
  readonly #siblings: OpenSiblings[] = [];
  readonly #pairOf = new Map<Section, Pair>();
  readonly #dropped = new Set<OpenSiblings>();
  #cost = 0;

  constructor(context: AlignContext, outline: readonly Section[]) {
    this.#context = context;
    this.#outline = outline;
  }

  /** Adds the pairs of siblings, and of all below them. */
  add(parent: Pair | null, aligned: AlignedSiblings, team: Section | null): void {
    this.#cost += aligned.cost;
    this.#addAligned(parent, aligned, team);
  }

  /** Takes back what it costs that sections are absent with their parent, for they are counted by themselves. */
  refund(sections: readonly TemplateSection[]): void {
    for (const section of sections) this.#cost -= leastOf(section) * absenceOf(section);
  }

  #addAligned(parent: Pair | null, aligned: AlignedSiblings, team: Section | null): void {
    const pairs = aligned.aligned.map((each) => this.#pair(each));
    this.#siblings.push({ parent, aligned, team, pairs, orphans: [] });
    for (const [index, each] of aligned.aligned.entries()) {
      const pair = pairs[index];
      if (pair === undefined) continue;
      this.#addAligned(pair, each.below, each.team === null ? team : each.section);
    }
  }

  #pair({
    expected,
    section,
    kind,
    slip,
    team,
  }: Omit<Pair, 'section'> & { readonly section: Section }): Pair {
    const pair = { expected, section, kind, slip, team };
    this.#pairOf.set(section, pair);
    return pair;
  }

  /** Pairs what is required and absent with a section of its name that stands for nothing, or is one too many. */
  pairElsewhere(): void {
    // What is paired here adds siblings of its own, in which something may be absent, too.
    for (const siblings of this.#siblings) {
      if (siblings.parent?.kind === 'duplicate' || this.#dropped.has(siblings)) continue;
      for (const expected of absentOf(siblings)) this.#fill(expected, siblings);
    }
  }

  #fill(expected: TemplateSection, siblings: OpenSiblings): void {
    const near = isNamed(expected) ? this.#findUnpaired(expected, siblings) : null;
    const found =
      near ??
      (isNamed(expected)
        ? (this.#findAnywhere(expected, siblings.team?.children ?? this.#outline) ??
          this.#findAnywhere(expected, this.#outline))
        : null);
    if (found !== null) {
      this.#cost += (found === near ? costs.elsewhere : costs.anywhere) - absenceOf(expected);
      siblings.pairs.push(this.#pairAt(expected, found, 'elsewhere', siblings));
      return;
    }
    for (const below of expected.children.flatMap(withDescendants)) {
      const orphan = isPlain(below) && isNamed(below) ? this.#findUnpaired(below, siblings) : null;
      if (orphan === null) continue;
      if (below.required) this.#cost -= absenceOf(below);
      siblings.orphans.push(this.#pairAt(below, orphan, 'exact', siblings));
    }
  }

  #pairAt(
    expected: TemplateSection,
    section: Section,
    kind: PairKind,
    { team }: OpenSiblings,
  ): Pair {
    const place = placeBelow(expected, section);
    const below = alignSections(expected.children, section.children, place, this.#context);
    this.#unpair(section);
    const pair = this.#pair({ expected, section, kind, slip: false, team: null });
    this.add(pair, below, team);
    return pair;
  }

  /** Drops what a section was so far, with what was found below it. */
  #unpair(section: Section): void {
    const pair = this.#pairOf.get(section);
    const below = this.#siblings.find(({ parent }) => pair !== undefined && parent === pair);
    if (below === undefined) return;
    this.#cost -= below.aligned.cost;
    const drop = (siblings: OpenSiblings): void => {
      this.#dropped.add(siblings);
      for (const each of siblings.pairs) {
        this.#pairOf.delete(each.section);
        this.#siblings.filter(({ parent }) => parent === each).forEach(drop);
      }
    };
    drop(below);
  }

  /** Returns the first section of a name at its level that is free; in a team's update only within it. */
  #findUnpaired(
    expected: TemplateSection,
    { team, aligned: { shift } }: OpenSiblings,
  ): Section | null {
    const isNamedSo = this.#isNamed(expected);
    return this.#firstIn(
      team?.children ?? this.#outline,
      (section) => section.depth === expected.depth + shift && isNamedSo(section),
      (pair) => this.#isFree(pair) || this.#isAnyText(pair),
    );
  }

  /** Returns the first section of a name that is free, whatever its level. */
  #findAnywhere(expected: TemplateSection, sections: readonly Section[]): Section | null {
    return this.#firstIn(sections, this.#isNamed(expected), (pair) => this.#isFree(pair));
  }

  #isNamed(expected: TemplateSection): (section: Section) => boolean {
    return ({ heading }) => namedBy(this.#context.recognize(heading.text)).includes(expected);
  }

  #isFree(pair: Pair): boolean {
    return pair.kind === 'duplicate' || isBareTeam(pair);
  }

  /** Tells whether a section is one of any name that may as well be absent: it is rather the one that it names. */
  #isAnyText(pair: Pair): boolean {
    const { expected } = pair;
    if (isNamed(expected) || this.#context.rankOf(expected) < 4) return false;
    const own = this.#siblings.find(({ pairs }) => pairs.includes(pair))?.pairs ?? [];
    return own.filter((other) => other.expected === expected).length > leastOf(expected);
  }

  #firstIn(
    sections: readonly Section[],
    fits: (section: Section) => boolean,
    isFree: (pair: Pair) => boolean,
  ): Section | null {
    for (const section of sections) {
      const pair = this.#pairOf.get(section);
      if ((pair === undefined || isFree(pair)) && fits(section)) return section;
      // What is in a team's update is the team's own.
      if (pair !== undefined && pair.team !== null) continue;
      const below = this.#firstIn(section.children, fits, isFree);
      if (below !== null) return below;
    }
    return null;
  }

  finish(): Pairing {
    const present = this.#siblings.filter((each) => !this.#dropped.has(each));
    const siblings = present.map(({ parent, aligned, pairs, orphans }): Siblings => ({
      parent,
      expected: aligned.expected,
      sections: aligned.sections,
      pairs: pairs
        .filter((pair) => this.#pairOf.get(pair.section) === pair)
        .sort((a, b) => a.section.range.start - b.section.range.start),
      orphans,
    }));
    return { siblings, pairOf: this.#pairOf, cost: this.#cost };
  }
}

function absentOf({ aligned, pairs }: OpenSiblings): readonly TemplateSection[] {
  return aligned.expected.filter(
    (expected) =>
      expected.required &&
      isPlain(expected) &&
      pairs.filter((pair) => pair.expected === expected && pair.kind !== 'duplicate').length <
        leastOf(expected),
  );
}

/** Any text is the name of a team; without a lead it may be that of another section, too. */
function isBareTeam({ team }: Pair): boolean {
  return team !== null && team.leadText === null && team.status === null;
}

function isPlain({ team, kind }: TemplateSection): boolean {
  return team === null && kind !== 'release';
}

function withDescendants(section: TemplateSection): readonly TemplateSection[] {
  return [section, ...section.children.flatMap(withDescendants)];
}
