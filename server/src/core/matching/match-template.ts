import type { Heading } from '../minutes/heading.ts';
import { buildOutline, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { longestRun } from '../text/longest-run.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { sectionsInAgendaOrder } from './agenda-order.ts';
import { allSections } from './heading-match.ts';
import type { Pair, Pairing, Siblings } from './pair.ts';
import { pairSections } from './pairing.ts';
import { levelHeadings } from './pasted-headings.ts';
import type {
  DuplicateSection,
  MatchedTeam,
  MisplacedSection,
  MissingSection,
  TemplateMatch,
  UnexpectedSection,
} from './template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';

/** Returns how minutes fulfil a template, all in one pass. */
export function matchTemplate(minutes: Minutes, template: Template): TemplateMatch {
  const { outline, pasted, pairing } = pairHeadings(
    minutes.headings,
    minutes.text.length,
    template,
  );
  const places = pairing.siblings.map((siblings) => placeSiblings(siblings, pairing));
  const elsewhere = pairing.siblings.flatMap((siblings, index) =>
    siblings.expected.flatMap((expected): MisplacedSection[] =>
      (pairing.pairsOf.get(expected) ?? []).flatMap(({ kind, section }) =>
        kind === 'elsewhere'
          ? [
              {
                expected,
                section,
                parent: siblings.parent?.section ?? null,
                ...targetOf(expected, siblings, places[index], minutes),
              },
            ]
          : [],
      ),
    ),
  );
  const pairs = [...pairing.pairOf.values()].sort(
    (a, b) => a.section.range.start - b.section.range.start,
  );
  const misplaced = places.flatMap((place) => place.misplaced);
  const absent = pairing.siblings.flatMap((siblings, index) =>
    absentSections(siblings, pairing, places[index], minutes),
  );
  const agreed =
    misplaced.length === 0 ? new Set<Section>() : sectionsInAgendaOrder(minutes, pairs);
  return {
    outline,
    pasted,
    sections: pairs.filter(({ team }) => team === null),
    teams: matchedTeams(pairing),
    missing: absent.filter(({ expected }) => expected.required),
    optional: absent.filter(({ expected }) => !expected.required),
    misplaced: [
      ...misplaced
        .filter(({ section }) => !agreed.has(section))
        .map(({ expected, section, siblings, place }) => ({
          expected,
          section,
          parent: null,
          ...targetOf(expected, siblings, place, minutes),
        })),
      ...elsewhere,
    ],
    duplicates: pairs.flatMap((pair) => duplicateOf(pair, pairing)),
    unexpected: pairing.siblings.flatMap((siblings) => unexpectedSections(siblings, pairing)),
    shape: {},
    inOrder: elsewhere.length === 0 && places.every(({ inOrder }) => inOrder),
  };
}

/** Returns the teams that `matchTemplate` finds, of which headings in a text of the given length tell enough. */
export function matchTeams(
  headings: readonly Heading[],
  length: number,
  template: Template,
): readonly MatchedTeam[] {
  return matchedTeams(pairHeadings(headings, length, template).pairing);
}

/** What headings are in the template. */
interface PairedHeadings extends Pick<TemplateMatch, 'outline' | 'pasted'> {
  readonly pairing: Pairing;
}

function pairHeadings(
  headings: readonly Heading[],
  length: number,
  template: Template,
): PairedHeadings {
  const { levelled, pasted } = levelHeadings(sectionHeadings(headings, template), template);
  const outline = buildOutline(levelled, length);
  return { outline, pasted, pairing: pairSections(outline, template) };
}

/** ATX headings are sections; setext headings only where the template writes that section so. */
function sectionHeadings(headings: readonly Heading[], template: Template): readonly Heading[] {
  if (headings.every(({ style }) => style === 'atx')) return headings;
  const setext = new Set(
    allSections(template)
      .filter(({ style }) => style === 'setext')
      .map(({ name }) => normalizeText(name)),
  );
  return headings.filter(({ style, text }) => style === 'atx' || setext.has(normalizeText(text)));
}

function matchedTeams({ siblings, pairOf }: Pairing): MatchedTeam[] {
  return siblings
    .flatMap(({ parent, sections }) =>
      sections.flatMap((section): MatchedTeam[] => {
        const pair = pairOf.get(section);
        return pair === undefined || pair.team === null
          ? []
          : [
              {
                expected: pair.expected,
                section,
                team: pair.team,
                parent: parent?.section ?? null,
              },
            ];
      }),
    )
    .sort((a, b) => a.section.range.start - b.section.range.start);
}

/** Siblings of the minutes in order: those that stand in the longest ordered run, and the others. */
interface Places {
  readonly run: readonly Pair[];
  readonly inOrder: boolean;
  readonly misplaced: readonly (Pair & { readonly siblings: Siblings; readonly place: Places })[];
}

function placeSiblings(siblings: Siblings, { pairOf }: Pairing): Places {
  const own = siblings.sections.flatMap((section) => {
    const pair = pairOf.get(section);
    return pair !== undefined &&
      siblings.expected.includes(pair.expected) &&
      !['duplicate', 'elsewhere', 'level'].includes(pair.kind)
      ? [pair]
      : [];
  });
  if (siblings.parent?.expected.anyOrder === true)
    return { run: own, inOrder: true, misplaced: [] };
  const run = longestRun(
    own.map(({ expected }) => siblings.expected.indexOf(expected)),
    own.map(({ section }) => section.range.end - section.range.start),
  );
  const place = {
    run: own.filter((_, index) => run.has(index)),
    inOrder: run.size === own.length,
  };
  return {
    ...place,
    misplaced: own.flatMap((pair, index) =>
      run.has(index) || pair.kind !== 'exact'
        ? []
        : [{ ...pair, siblings, place: { ...place, misplaced: [] } }],
    ),
  };
}

/** Finds where a section belongs among its siblings: behind the last that comes before it. */
function targetOf(
  expected: TemplateSection,
  siblings: Siblings,
  places: Places | undefined,
  minutes: Minutes,
): { offset: number; after: Section | null } {
  const own = siblings.expected.indexOf(expected);
  const indexOf = (pair: Pair): number => siblings.expected.indexOf(pair.expected);
  const before = places?.run.findLast((pair) => indexOf(pair) < own);
  if (before !== undefined) return { offset: before.section.range.end, after: before.section };
  const after = places?.run.find((pair) => indexOf(pair) > own);
  if (after !== undefined) return { offset: after.section.range.start, after: null };
  const parent = siblings.parent?.section;
  if (parent !== undefined) return { offset: parent.bodyRange.end, after: null };
  if (expected.kind === 'title') return { offset: documentStart(minutes), after: null };
  return { offset: minutes.text.length, after: null };
}

function documentStart({ frontMatter, text }: Minutes): number {
  if (frontMatter === null) return text.startsWith('\uFEFF') ? 1 : 0;
  const lineEnding = /^(?:\r\n|\r|\n)/.exec(text.slice(frontMatter.end))?.[0].length ?? 0;
  return frontMatter.end + lineEnding;
}

function absentSections(
  siblings: Siblings,
  { pairsOf }: Pairing,
  places: Places | undefined,
  minutes: Minutes,
): MissingSection[] {
  if (siblings.parent?.kind === 'duplicate') return [];
  const absent: MissingSection[] = [];
  let next = { target: -1, offset: -1 };
  for (const expected of siblings.expected.toReversed()) {
    const canBeAbsent = expected.required || expected.kind === 'section';
    if (!canBeAbsent || pairsOf.has(expected)) continue;
    const present = new Set(descendants(expected).filter((section) => pairsOf.has(section)));
    const target = targetOf(expected, siblings, places, minutes).offset;
    const end = next.target === target ? next.offset : target;
    next = { target, offset: startOfChildren(present, pairsOf, end) };
    absent.unshift({ expected, present, offset: next.offset });
  }
  return absent;
}

/** Finds the start of the sections that end at an offset and belong below what is inserted there. */
function startOfChildren(
  children: ReadonlySet<TemplateSection>,
  pairsOf: Pairing['pairsOf'],
  offset: number,
): number {
  const pairs = [...children].flatMap((child) => pairsOf.get(child) ?? []);
  let start = offset;
  const lastBefore = (end: number): Pair | undefined =>
    pairs.find(({ section }) => section.range.end === end && section.range.start < end);
  for (let last = lastBefore(start); last !== undefined; last = lastBefore(start)) {
    start = last.section.range.start;
  }
  return start;
}

function descendants(section: TemplateSection): readonly TemplateSection[] {
  return section.children.flatMap((child) => [child, ...descendants(child)]);
}

function duplicateOf(pair: Pair, { pairsOf }: Pairing): DuplicateSection[] {
  const first = pairsOf.get(pair.expected)?.[0];
  return pair.kind === 'duplicate' && first !== undefined
    ? [{ expected: pair.expected, section: pair.section, first: first.section }]
    : [];
}

function unexpectedSections(
  { parent, expected, sections }: Siblings,
  { pairOf }: Pairing,
): UnexpectedSection[] {
  const deepest = Math.max(...expected.map(({ depth }) => depth), 0);
  const lists = expected.some(({ team, kind }) => team === null && kind !== 'release');
  const closed = parent?.expected.closed === true;
  if (!lists && !closed) return [];
  return sections.flatMap((section): UnexpectedSection[] =>
    pairOf.has(section) || section.heading.text === '' || (!closed && section.depth > deepest)
      ? []
      : [{ section, parent: parent?.expected ?? null }],
  );
}
