import fc from 'fast-check';
import type { Body, ModelSection, ModelTemplate } from './outline-model.ts';

/** Names that are no slips of each other, with all that headings hold. */
const names = [
  'Agenda',
  'Decisions',
  'Roadmap of the year',
  'Attendees',
  'Beschlüsse',
  'Решения',
  '次のステップ',
  'עדכונים',
  'C++',
  'C',
  'Goals for Q2',
  'Next steps',
  'Next Two Weeks',
  '[Recording](https://example.org/v "Film")',
  '![Logo](logo.png) Sponsors',
  '👥 Guests',
  '🟢 Done',
  '🔴 Done',
  '`std::map` news',
  '**Bold** topics',
  '*Emphatic* matters',
  'Housekeeping:',
  'What went well?',
  'R&D and more',
  'Open & closed questions',
  'Don’t forget',
  '1. Opening',
  'Über uns',
];

const aliases = ['Resolutions', 'Rückblick', 'Participants', 'Other business'];

const named = [
  'Talk {text}',
  'Item {number}',
  'Guest: {person}',
  'Call {date}',
  'Part {number} of {number}',
];

const bodies: readonly Body[] = ['nothing', 'nothing', 'text', 'list', 'open', 'table'];

interface Draft {
  readonly heading: string;
  readonly kind: ModelSection['kind'];
  readonly alias: string | null;
  readonly presence: 'required' | 'optional' | 'repeat' | 'limited';
  readonly anyOrder: boolean;
  readonly closed: boolean;
  readonly step: number;
  readonly setext: boolean;
  readonly body: Body;
}

const weighted = <T>(...options: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const heading: fc.Arbitrary<Pick<Draft, 'heading' | 'kind'>> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc
      .constantFrom(...names)
      .map((each) => ({ heading: each, kind: 'literal' as const })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...named).map((each) => ({ heading: each, kind: 'named' as const })),
  },
  { weight: 3, arbitrary: fc.constant({ heading: '{text}', kind: 'text' as const }) },
  { weight: 1, arbitrary: fc.constant({ heading: '{number}', kind: 'number' as const }) },
  { weight: 1, arbitrary: fc.constant({ heading: '{date}', kind: 'date' as const }) },
  {
    weight: 2,
    arbitrary: fc.constant({ heading: '{team} ({status?}) - {lead}', kind: 'team' as const }),
  },
);

const draft: fc.Arbitrary<Draft> = fc
  .tuple(
    heading,
    fc.record({
      alias: fc.option(fc.constantFrom(...aliases), { freq: 6 }),
      presence: weighted<Draft['presence']>(
        [6, 'required'],
        [2, 'optional'],
        [2, 'repeat'],
        [1, 'limited'],
      ),
      anyOrder: weighted([6, false], [1, true]),
      closed: weighted([8, false], [1, true]),
      step: weighted([8, 1], [1, 2]),
      setext: weighted([5, false], [1, true]),
      body: fc.constantFrom(...bodies),
    }),
  )
  .map(([own, rest]) => ({ ...own, ...rest }));

/** Sibling sections with their children, down to so many levels. */
function siblings(levels: number, maxLength: number): fc.Arbitrary<readonly ModelSection[]> {
  const children = levels === 0 ? fc.constant([]) : siblings(levels - 1, 3);
  const node = fc.tuple(draft, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, children));
  return fc
    .array(node, { maxLength })
    .map((all) => inLevels(all.map(([own, below]) => toSection(own, below))));
}

/** What is deeper can only be beside something if it is before it. */
function inLevels(sections: readonly ModelSection[]): readonly ModelSection[] {
  const teams = sections.filter(({ kind }) => kind === 'team');
  return sections
    .filter((section) => section.kind !== 'team' || section === teams[0])
    .sort((a, b) => b.step - a.step);
}

function toSection(own: Draft, children: readonly ModelSection[]): ModelSection {
  const { presence, alias, ...rest } = own;
  const isTeam = own.kind === 'team';
  return {
    ...rest,
    aliases: alias === null || own.kind !== 'literal' ? [] : [alias],
    optional: !isTeam && presence === 'optional',
    repeat: isTeam || presence === 'required' || presence === 'optional' ? null : repeats[presence],
    anyOrder: own.anyOrder && children.length > 1 && children.every(({ step }) => step === 1),
    closed: own.closed && children.length > 0,
    children: children.filter(({ kind }) => !isTeam || kind !== 'team'),
  };
}

const repeats = {
  repeat: { min: 1, max: Infinity },
  limited: { min: 0, max: 3 },
} as const;

/** A title that holds all sections, sections at the top, or several at level 1. */
export const arbitraryOutline: fc.Arbitrary<ModelTemplate> = fc
  .record({
    title: weighted<string | null>(
      [5, 'Weekly {date}'],
      [2, '{text}'],
      [1, 'Call {number}'],
      [1, '🚀 Launch call – {date:MMMM D, YYYY}'],
      [2, null],
    ),
    sections: siblings(2, 6),
    setext: fc.boolean(),
    topLevel: fc.constantFrom(1, 2, 2),
    roster: weighted([5, false], [1, true]),
  })
  .map(({ title, sections: all, setext, topLevel, roster }) => {
    const sections = withOneTeam(all);
    const frontMatter = roster ? ['roster:', '  - name: Crane', '  - name: Sails'] : [];
    if (title === null) return { frontMatter, sections, level: topLevel };
    const root: ModelSection = {
      heading: title,
      kind: title === '{text}' ? 'text' : 'named',
      aliases: [],
      optional: false,
      repeat: null,
      anyOrder: false,
      closed: false,
      step: 1,
      setext,
      body: 'nothing',
      children: sections,
    };
    return { frontMatter, sections: [root], level: 1 };
  });

/** Leaves one list of teams: a team that is in two of them is there twice. */
function withOneTeam(
  sections: readonly ModelSection[],
  lists = { count: 0 },
): readonly ModelSection[] {
  return sections.flatMap((section) => {
    if (section.kind === 'team' && ++lists.count > 1) return [];
    return [{ ...section, children: withOneTeam(section.children, lists) }];
  });
}
