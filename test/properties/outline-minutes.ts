import { writeHeading, type ModelSection, type ModelTemplate } from './outline-model.ts';

/** A section of generated minutes. */
export interface WrittenSection {
  readonly model: ModelSection | null;
  readonly content: string;
  readonly level: number;
  readonly setext: boolean;
  readonly body: string;
  readonly children: readonly WrittenSection[];
}

/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/** Returns random numbers by the algorithm Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns minutes as a group would write them from a template. */
export function fillTemplate(template: ModelTemplate, random: Random): readonly WrittenSection[] {
  return fillSiblings(template.sections, template.level - 1, false, {
    random,
    teams: teamsOf(template),
  });
}

/** Returns the Markdown of generated minutes. */
export function writeMinutes(sections: readonly WrittenSection[]): string {
  return `${sections.map(writeSection).join('\n\n')}\n`;
}

function writeSection({ content, level, setext, body, children }: WrittenSection): string {
  return [
    writeHeading(content, level, setext),
    ...(body === '' ? [] : [body]),
    ...children.map(writeSection),
  ].join('\n\n');
}

interface Filling {
  readonly random: Random;
  readonly teams: readonly string[];
}

function teamsOf({ frontMatter }: ModelTemplate): readonly string[] {
  return frontMatter.flatMap((line) => /name: (.*)$/.exec(line)?.[1] ?? []);
}

function fillSiblings(
  sections: readonly ModelSection[],
  parentLevel: number,
  anyOrder: boolean,
  filling: Filling,
): readonly WrittenSection[] {
  const filled = sections.flatMap((section) =>
    Array.from({ length: countOf(section, filling) }, (_, index) =>
      fillSection(section, parentLevel + section.step, index, filling),
    ),
  );
  return anyOrder ? shuffled(filled, filling.random) : filled;
}

function countOf(section: ModelSection, { random, teams }: Filling): number {
  if (section.kind === 'team') return teams.length > 0 ? teams.length : Math.floor(random() * 4);
  if (section.optional) return random() < 0.5 ? 0 : 1;
  if (section.repeat === null) return 1;
  const { min, max } = section.repeat;
  return min + Math.floor(random() * (Math.min(max, min + 3) - min + 1));
}

function fillSection(
  model: ModelSection,
  level: number,
  index: number,
  filling: Filling,
): WrittenSection {
  const { random } = filling;
  const asides = model.children.length === 0 && !model.closed && random() < 0.15 && level < 5;
  return {
    model,
    content: contentOf(model, index, filling),
    level,
    setext: level < 3 && random() < 0.1 && model.kind === 'literal',
    body: model.body === 'table' ? table : pick(texts, random),
    children: [
      ...fillSiblings(model.children, level, model.anyOrder, filling),
      ...(asides ? [asideAt(level + 1 + Math.floor(random() * 2), random)] : []),
    ],
  };
}

function asideAt(level: number, random: Random): WrittenSection {
  const content = pick(['A longer aside', 'Something else', 'Background'], random);
  return { model: null, content, level, setext: false, body: pick(texts, random), children: [] };
}

function contentOf(model: ModelSection, index: number, { random, teams }: Filling): string {
  if (model.kind === 'team') {
    const team = teams[index] ?? ['Maps', 'Search', 'Mail', 'Billing'][index] ?? 'Keys';
    return `${team} - ${pick(['Kim Vale', 'Robin Sand', 'Alex Moor/Jo Field'], random)}`;
  }
  if (model.kind === 'literal') {
    const alias = model.aliases[0];
    return alias !== undefined && random() < 0.3 ? alias : ornamented(model, random);
  }
  return model.heading
    .replace('{date:MMMM D, YYYY}', 'June 26, 2018')
    .replace('{date}', '2018-06-26')
    .replaceAll('{number}', () => String(1 + Math.floor(random() * 90)))
    .replace('{person}', () => pick(['Kim Vale', 'Robin Sand', 'Jo'], random))
    .replace('{text}', () => pick(values, random));
}

/** Names stay the same with what comparing ignores, where no sibling depends on it. */
function ornamented({ heading }: ModelSection, random: Random): string {
  if (random() < 0.8 || /^[^\p{L}]|C|[^\p{L}]$/u.test(heading)) return heading;
  return pick([`${heading}:`, `🎉 ${heading}`, `2. ${heading}`, `${heading} (10 min)`], random);
}

const values = [
  'Sails and ropes',
  'Harbor dues',
  'the pier',
  'Новый причал',
  '船の話',
  'Why we meet',
];
const texts = [
  '',
  'It was discussed.',
  '- A boat came in\n- Another left',
  '1. First\n2. Second',
  'Yes.\n\nNo.',
];
const table = 'When | What\n--- | ---\n*Now* | Paint the hull\n*Later* | Sail away';

/** Returns one of several values. */
export function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
