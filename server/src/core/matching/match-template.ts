import type { Heading } from '../minutes/heading.ts';
import { flattenSections, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { sectionsInAgendaOrder } from './agenda-order.ts';
import { correctLevels } from './correct-levels.ts';
import { findSame } from './find-same.ts';
import { missingSections, placeOf } from './missing-sections.ts';
import type { Pair, Pairing, Siblings } from './pair.ts';
import { levelHeadings } from './pasted-headings.ts';
import { createRecognizer, type Recognizer } from './recognize-heading.ts';
import { sectionHeadings } from './section-headings.ts';
import type {
  DuplicateSection,
  MatchedTeam,
  MisplacedSection,
  MissingSection,
  TemplateMatch,
  UnexpectedSection,
} from './template-match.ts';

/** Returns how minutes fulfill a template, all in one pass. */
export function matchTemplate(
  minutes: Minutes,
  template: Template,
  recognizer: Recognizer = createRecognizer(template),
): TemplateMatch {
  const { outline, pasted, pairing } = pairHeadings(
    minutes.headings,
    minutes.text.length,
    template,
    recognizer,
  );
  const { siblings } = pairing;
  const pairs = [...pairing.pairOf.values()].sort(
    (a, b) => a.section.range.start - b.section.range.start,
  );
  const absent = withoutChildrenOfTitle(
    siblings.flatMap((each) => missingSections(each, minutes)),
    minutes,
  );
  const displaced = [
    ...siblings.flatMap((each) => displacedPairs(each, minutes)),
    ...absent.flatMap(astrayBelow),
  ];
  const moved = displaced.filter(
    ({ parent, absentParent }) => parent === null && absentParent === null,
  );
  const agreed = moved.length === 0 ? new Set<Section>() : sectionsInAgendaOrder(minutes, pairs);
  const ofOutline = {
    headings: minutes.headings,
    pasted,
    sections: pairs.filter(({ team }) => team === null),
    teams: matchedTeams(pairing),
    duplicates: siblings.flatMap(duplicatesIn),
  };
  return {
    ...ofOutline,
    ofOutline,
    outline,
    missing: absent.filter(({ expected }) => expected.required),
    optional: absent.filter(({ expected }) => !expected.required),
    misplaced: displaced.filter(
      (each) =>
        each.parent !== null || each.absentParent !== null || !isAgreed(each, pairing, agreed),
    ),
    unexpected: siblings.flatMap((each) => unexpectedSections(each, pairing)),
    inOrder: displaced.length === 0,
    headingOf: findSame(() => minutes.headings),
    sectionOf: findSame(() => flattenSections(outline)),
  };
}

/** In minutes that say nothing yet, all that is absent comes with the title. */
function withoutChildrenOfTitle(
  absent: readonly MissingSection[],
  { text, frontMatter }: Minutes,
): readonly MissingSection[] {
  const isBlank = text.slice(frontMatter?.end ?? 0).trim() === '';
  const title = absent.find(({ expected }) => expected.kind === 'title' && expected.required);
  return isBlank && title !== undefined ? [title] : absent;
}

/** Returns the teams that `matchTemplate` finds, for which headings in a text of the given length are enough. */
export function matchTeams(
  headings: readonly Heading[],
  length: number,
  template: Template,
  recognizer: Recognizer,
): readonly MatchedTeam[] {
  return matchedTeams(pairHeadings(headings, length, template, recognizer).pairing);
}

/** What headings are in the template. */
interface PairedHeadings extends Pick<TemplateMatch, 'outline' | 'pasted'> {
  readonly pairing: Pairing;
}

function pairHeadings(
  headings: readonly Heading[],
  length: number,
  template: Template,
  recognizer: Recognizer,
): PairedHeadings {
  const { levelled, pasted } = levelHeadings(
    sectionHeadings(headings, template, recognizer),
    template,
    recognizer,
  );
  const { outline, pairing, corrected } = correctLevels(levelled, length, template, recognizer);
  return { outline, pasted, pairing: markLevels(pairing, corrected) };
}

/** Tells whether a heading is written at one of the levels of its section, whatever is between them. */
function isAllowed({ expected: { levels }, section: { heading } }: Pair): boolean {
  return levels.min <= heading.depth && heading.depth <= levels.max;
}

/** Marks the pairs whose headings are written at another level. */
function markLevels(pairing: Pairing, corrected: ReadonlySet<Heading>): Pairing {
  if (corrected.size === 0) return pairing;
  const mark = (pair: Pair): Pair =>
    corrected.has(pair.section.heading) && pair.kind !== 'duplicate' && !isAllowed(pair)
      ? { ...pair, kind: 'level' }
      : pair;
  return {
    ...pairing,
    siblings: pairing.siblings.map((each) => ({
      ...each,
      parent: each.parent && mark(each.parent),
      pairs: each.pairs.map(mark),
    })),
    pairOf: new Map([...pairing.pairOf].map(([section, pair]) => [section, mark(pair)])),
  };
}

function matchedTeams({ siblings }: Pairing): MatchedTeam[] {
  return siblings
    .flatMap(({ parent, pairs }) =>
      pairs.flatMap(({ expected, section, team }): MatchedTeam[] =>
        team === null ? [] : [{ expected, section, team, parent: parent?.section ?? null }],
      ),
    )
    .sort((a, b) => a.section.range.start - b.section.range.start);
}

/** Returns what is out of order among siblings, or below another parent. */
function displacedPairs(siblings: Siblings, minutes: Minutes): readonly MisplacedSection[] {
  const { parent } = siblings;
  const shift = parent === null ? 0 : parent.section.depth - parent.expected.depth;
  return siblings.pairs.flatMap(({ expected, section, kind }): MisplacedSection[] =>
    kind === 'moved' || kind === 'elsewhere'
      ? [
          {
            expected,
            section,
            level: kind === 'moved' ? section.depth : expected.depth + shift,
            parent: kind === 'moved' ? null : (parent?.section ?? null),
            absentParent: null,
            ...placeOf(expected, siblings, minutes),
          },
        ]
      : [],
  );
}

/** Returns the sections that belong below an absent one, and are elsewhere. */
function astrayBelow({ expected: absent, astray, offset }: MissingSection): MisplacedSection[] {
  const parentOf = (section: TemplateSection, below: TemplateSection): TemplateSection =>
    below.children
      .filter((child) => isWithin(section, child))
      .map((child) => (child === section ? below : parentOf(section, child)))[0] ?? below;
  return astray.map(({ expected, section }) => ({
    expected,
    section,
    offset,
    level: section.depth,
    after: null,
    parent: null,
    absentParent: parentOf(expected, absent),
  }));
}

function isWithin(section: TemplateSection, ancestor: TemplateSection): boolean {
  return section === ancestor || ancestor.children.some((child) => isWithin(section, child));
}

/** What the agenda lists may be in its order among the rest of what it lists, and yet out of the template's with others. */
function isAgreed(
  { section, expected }: MisplacedSection,
  { siblings }: Pairing,
  agreed: ReadonlySet<Section>,
): boolean {
  if (!agreed.has(section)) return false;
  const own = siblings.find(({ pairs }) => pairs.some((pair) => pair.section === section));
  const order = own?.expected ?? [];
  const others = (own?.pairs ?? []).filter(
    (pair) => ['exact', 'level'].includes(pair.kind) && !agreed.has(pair.section),
  );
  return others.every(
    (pair) =>
      pair.expected === expected ||
      order.indexOf(pair.expected) < order.indexOf(expected) ===
        pair.section.range.start < section.range.start,
  );
}

function duplicatesIn({ pairs }: Siblings): readonly DuplicateSection[] {
  return pairs.flatMap(({ expected, section, kind }) => {
    const first = pairs.find((pair) => pair.expected === expected && pair.kind !== 'duplicate');
    return kind === 'duplicate' && first !== undefined
      ? [{ expected, section, first: first.section }]
      : [];
  });
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
