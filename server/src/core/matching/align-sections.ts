import type { Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { alignSiblings, type Choice } from './align-siblings.ts';
import { wordedBy } from './displaced-sections.ts';
import { isNamed, readTeamOf } from './heading-match.ts';
import { costs } from './match-costs.ts';
import { carriedBy, namedBy, type Recognizer } from './recognize-heading.ts';
import type { Item, Option } from './sibling-items.ts';
import { settleSlips } from './sure-slips.ts';

/** A section of the minutes that stands for one of the template's, with what is below it. */
export interface AlignedSection {
  readonly expected: TemplateSection;
  readonly section: Section;
  readonly kind: 'exact' | 'title' | 'moved' | 'duplicate';
  readonly slip: boolean;
  readonly team: TeamHeading | null;
  readonly below: AlignedSiblings;
}

/** Sections of the minutes side by side, with what the template expects there. */
export interface AlignedSiblings {
  readonly expected: readonly TemplateSection[];
  readonly sections: readonly Section[];
  /** How much deeper than in the template the sections are. */
  readonly shift: number;
  readonly aligned: readonly AlignedSection[];
  /** What is wrong here and below. */
  readonly cost: number;
}

/** The place of siblings: what their parent says. */
export interface SiblingsPlace {
  readonly shift: number;
  readonly anyOrder: boolean;
  readonly closed: boolean;
}

/** What headings are by their texts. */
export interface AlignContext extends Recognizer {
  /** Tells whether a section is nowhere at its own level, so that a heading of its name is no team's. */
  readonly isDisplaced: (section: TemplateSection) => boolean;
  /** Sections that count among the children of the title, before its own. */
  readonly aboveTitle: readonly Section[];
}

/** Returns the alignment of least cost of sections side by side, and of all below them, with the template's. */
export function alignSections(
  expected: readonly TemplateSection[],
  sections: readonly Section[],
  place: SiblingsPlace,
  context: AlignContext,
): AlignedSiblings {
  if (expected.length === 0) {
    const cost = place.closed ? costs.unknownInClosed * sections.length : 0;
    return { expected, sections, shift: place.shift, aligned: [], cost };
  }
  const candidates = settleSlips(
    sections,
    sections.map((section) => candidatesOf(section, expected, place, context)),
  );
  const items = sections.map((section, index) =>
    itemOf(section, candidates[index] ?? [], expected, place, context),
  );
  const limits = expected.map((each) => ({
    min: leastOf(each),
    max: each.repeat.max,
    absence: absenceOf(each),
  }));
  const onlyTeams = expected.every(({ team, kind }) => team !== null || kind === 'release');
  const { choices, cost } = alignSiblings(items, limits, place.anyOrder || onlyTeams);
  const aligned = choices.flatMap((choice, index): AlignedSection[] => {
    const section = sections[index];
    const candidate = candidates[index]?.find(
      (each) => expected.indexOf(each.expected) === choice?.option.expected,
    );
    if (choice === null || section === undefined || candidate === undefined) return [];
    const { kind } = choice;
    return [
      {
        expected: candidate.expected,
        section,
        kind: kindOf(kind, candidate),
        slip: candidate.slip,
        team: candidate.team,
        below: candidate.below,
      },
    ];
  });
  return { expected, sections, shift: place.shift, aligned, cost };
}

/** A heading with more words than the section's name is the section as it is. */
function kindOf(chosen: Choice['kind'], { kind }: Candidate): AlignedSection['kind'] {
  if (chosen === 'in order') return kind === 'carried' ? 'exact' : kind;
  return chosen === 'moved' ? 'moved' : 'duplicate';
}

/** Returns how often a section has to be there. */
export function leastOf({ required, repeat }: TemplateSection): number {
  return required ? Math.max(repeat.min, 1) : 0;
}

/** Returns what it costs that a section is absent once, with all that is required below it. */
export function absenceOf({ children }: TemplateSection): number {
  return children.reduce<number>(
    (sum, child) => sum + leastOf(child) * absenceOf(child),
    costs.absent,
  );
}

/** Returns whether a section of a level is where the template has the section. */
export function isAtLevel(expected: TemplateSection, depth: number, shift: number): boolean {
  return expected.levels.min + shift <= depth && depth <= expected.levels.max + shift;
}

/** Returns the place of the sections below one that stands for another. */
export function placeBelow(expected: TemplateSection, section: Section): SiblingsPlace {
  return {
    shift: section.depth - expected.depth,
    anyOrder: expected.anyOrder,
    closed: expected.closed,
  };
}

/** A section of the template that a section may stand for. */
interface Candidate {
  readonly expected: TemplateSection;
  readonly kind: 'exact' | 'title' | 'carried';
  readonly slip: boolean;
  readonly team: TeamHeading | null;
  /** The section can't be without it. */
  readonly sure: boolean;
  readonly below: AlignedSiblings;
}

type Reading = Omit<Candidate, 'below'>;

function candidatesOf(
  section: Section,
  expected: readonly TemplateSection[],
  { shift }: SiblingsPlace,
  context: AlignContext,
): readonly Candidate[] {
  const here = expected.filter((each) => isAtLevel(each, section.depth, shift));
  return readingsOf(section, here, context).map((reading) => {
    const { expected: meant } = reading;
    const children =
      meant.kind === 'title' ? [...context.aboveTitle, ...section.children] : section.children;
    const below = alignSections(meant.children, children, placeBelow(meant, section), context);
    return { ...reading, below };
  });
}

/** Returns what a section may stand for by its heading, of the template's sections at its place and level. */
function readingsOf(
  { heading }: Section,
  here: readonly TemplateSection[],
  context: AlignContext,
): readonly Reading[] {
  if (here.length === 0) return [];
  const { exact, loose, fits, slips } = context.recognize(heading.text);
  const as =
    (kind: Reading['kind'], sure: (expected: TemplateSection) => boolean) =>
    (expected: TemplateSection): Reading => ({
      expected,
      kind,
      slip: false,
      team: null,
      sure: sure(expected),
    });
  const names = [exact, loose].map((all) => here.filter((each) => all.includes(each)));
  const named = names.find((all) => all.length > 0);
  if (named !== undefined) return named.map(as('exact', () => true));
  const fit = here.filter((each) => fits.includes(each));
  const team = fit.some(isNamed) ? null : teamReading(heading, here, context);
  const fitting = isClearTeam(team) ? [] : fit;
  const readings = [
    ...fitting.map(as('exact', (each) => isNamed(each) || context.rankOf(each) <= 2)),
    ...(team === null ? [] : [{ ...team, sure: fitting.length === 0 }]),
  ];
  const meant = here.filter((each) => slips.includes(each));
  const read = [
    ...readings,
    ...meant
      .filter(({ required }) => required || readings.length === 0)
      .map((each) => ({ ...as('exact', () => false)(each), slip: true })),
  ];
  const isFree = namedBy(context.recognize(heading.text)).length === 0;
  if (read.length > 0 || !isFree) return read;
  const carried = here.filter(
    (each) => each.required && carriedBy(heading, context).includes(each),
  );
  const title = here.filter(({ kind }) => kind === 'title');
  return carried.length > 0
    ? carried.map(as('carried', () => false))
    : title.map(as('title', () => false));
}

function teamReading(
  heading: Section['heading'],
  here: readonly TemplateSection[],
  context: AlignContext,
): Reading | null {
  const teams = here.filter(({ team }) => team !== null);
  if (teams.length === 0 || heading.text === '') return null;
  const recognition = context.recognize(heading.text);
  if (namedBy(recognition).some(context.isDisplaced)) return null;
  const read = readTeamOf(teams, heading);
  if (read === null) return null;
  const reading = { expected: read.section, team: read.team };
  const isOther = !isClearTeam(reading) && wordedBy(recognition).some(context.isDisplaced);
  return isOther ? null : { ...reading, kind: 'exact', slip: false, sure: true };
}

/** Any text can be the name of a team; one with a lead or a status is nothing else. */
function isClearTeam(reading: Pick<Reading, 'team'> | null): boolean {
  const team = reading?.team ?? null;
  return team !== null && team.wellFormed && (team.leadText !== null || team.status !== null);
}

type RankedCandidate = Candidate & { readonly rank: number };

/** Returns what is wrong below a section for each that it may stand for: no less than for any that it is by a more definite name. */
function costsBelow(candidates: readonly RankedCandidate[]): ReadonlyMap<RankedCandidate, number> {
  const found = new Map<RankedCandidate, number>();
  let clearer = { rank: -1, most: 0 };
  let most = 0;
  for (const each of candidates.toSorted((a, b) => a.rank - b.rank)) {
    if (each.rank > clearer.rank) clearer = { rank: each.rank, most };
    const cost = Math.max(each.below.cost, isDefinite(each) ? clearer.most : 0);
    found.set(each, cost);
    most = Math.max(most, cost);
  }
  return found;
}

/** Tells whether a heading has the name of a section, or fits it, as it is. */
function isDefinite({ kind, slip }: Pick<Candidate, 'kind' | 'slip'>): boolean {
  return kind === 'exact' && !slip;
}

/** What fits another section is rather that than a team without a lead. */
const unclearTeam = 4.5;

function itemOf(
  { range }: Section,
  candidates: readonly Candidate[],
  expected: readonly TemplateSection[],
  { closed }: SiblingsPlace,
  { rankOf }: AlignContext,
): Item {
  const isSure = candidates.some(({ sure }) => sure);
  const read = candidates.map((candidate) => ({
    ...candidate,
    rank: candidate.team === null ? rankOf(candidate.expected) : candidate.sure ? 2 : unclearTeam,
  }));
  const costBelow = costsBelow(read);
  const options = read.map((each): Option => ({
    expected: expected.indexOf(each.expected),
    cost: (costBelow.get(each) ?? 0) + (isDefinite(each) ? 0 : costs.slip),
    rank: each.rank,
    movable: each.sure,
  }));
  const isSlip = candidates.length > 0 && candidates.every(({ slip }) => slip);
  const fitting = read.filter(isDefinite);
  const best = Math.min(...fitting.map(({ rank }) => rank));
  const hidden = Math.max(
    0,
    ...fitting.filter(({ rank }) => rank === best).map(({ below }) => below.cost),
  );
  const unknown = (closed ? costs.unknownInClosed : isSlip ? costs.unreadSlip : 0) + hidden;
  return { options, unknown: isSure ? Infinity : unknown, weight: range.end - range.start };
}
