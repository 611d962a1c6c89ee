import { fillPlaceholders, type Meeting } from './fill-placeholders.ts';
import { formsLike, isItem, writeLine, type ModelField } from './outline-fields.ts';
import {
  writeHeading,
  type ModelSection,
  type ModelTeam,
  type ModelTemplate,
} from './outline-model.ts';
import { asides, filledTable, people, texts } from './outline-words.ts';
import { pick, shuffled, type Random } from './random.ts';

/** A section of generated minutes. */
export interface WrittenSection {
  readonly model: ModelSection | null;
  /** The team of the roster whose section it is. */
  readonly team: ModelTeam | null;
  readonly content: string;
  readonly level: number;
  readonly setext: boolean;
  /** How it is written as a bold line; null where it is a heading. */
  readonly bold: string | null;
  /** The lines that its text begins with, as the template has them. */
  readonly lines: readonly string[];
  readonly body: string;
  readonly children: readonly WrittenSection[];
}

/** Generated minutes. */
export interface WrittenMinutes {
  /** The file's name with its folders. */
  readonly path: string;
  /** What is before the first heading. */
  readonly start: string;
  readonly sections: readonly WrittenSection[];
}

/** Returns minutes as a group would write them from a template. */
export function fillTemplate(template: ModelTemplate, random: Random): WrittenMinutes {
  const meeting: Meeting = { date: pick(days, random), locale: template.locale, random };
  const sections = fillSiblings(template.sections, template.level - 1, false, {
    meeting,
    random,
    teams: template.teams,
    repeats: false,
  });
  return {
    path: fillPlaceholders(template.fileName ?? 'minutes/{date}.md', meeting),
    start: startOf(template, meeting),
    sections,
  };
}

const days = ['2018-06-26', '2018-01-09', '2020-02-29', '2017-12-31', '2018-09-03'];

function startOf({ frontMatterDate }: ModelTemplate, meeting: Meeting): string {
  const { random } = meeting;
  const badge = random() < 0.1 ? '[![Build](https://example.org/b.svg)](https://example.org)' : '';
  if (frontMatterDate === null) return badge;
  const front = [
    '---',
    'layout: minutes',
    `date: ${fillPlaceholders(`{date:${frontMatterDate}}`, meeting)}`,
    ...(random() < 0.5 ? ['nav_exclude: true'] : []),
    ...(random() < 0.5 ? ['tags: [weekly]'] : []),
    '---',
  ].join('\n');
  return badge === '' ? front : `${front}\n\n${badge}`;
}

/** Returns the Markdown of generated minutes. */
export function writeMinutes({ start, sections }: WrittenMinutes): string {
  return `${[...(start === '' ? [] : [start]), ...sections.map(writeSection)].join('\n\n')}\n`;
}

function writeSection({ content, level, setext, bold, body, children }: WrittenSection): string {
  return [
    bold?.replace('{}', () => content) ?? writeHeading(content, level, setext),
    ...(body === '' ? [] : [body]),
    ...children.map(writeSection),
  ].join('\n\n');
}

interface Filling {
  readonly meeting: Meeting;
  readonly random: Random;
  readonly teams: readonly ModelTeam[];
  /** A section above may be there again, so that a date in it is any day. */
  readonly repeats: boolean;
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
  const inOrder = anyOrder ? shuffled(filled, filling.random) : filled;
  return inOrder.map((each) => withAgenda(each, inOrder, filling.random));
}

/** Lists in an agenda the sections beside it, or nothing: other items are topics without a section. */
function withAgenda(
  section: WrittenSection,
  siblings: readonly WrittenSection[],
  random: Random,
): WrittenSection {
  if (section.model?.heading !== 'Agenda') return section;
  const others = siblings.filter(
    (each) =>
      each !== section && each.model?.kind === 'literal' && !/^\d|^Agenda/.test(each.model.heading),
  );
  const isOpen = /:\**$/.test(section.lines.at(-1) ?? '');
  const items = random() < 0.6 && !isOpen ? others.map(({ content }) => `- ${content}`) : [];
  const table = section.model.body === 'table' ? filledTable : '';
  const parts = [...section.lines, items.join('\n'), table].filter((part) => part !== '');
  return { ...section, body: parts.join('\n\n') };
}

function countOf(section: ModelSection, { random, teams: all }: Filling): number {
  const teams = rosterOf(section, all);
  if (section.kind === 'team') return teams.length > 0 ? teams.length : Math.floor(random() * 4);
  if (section.optional) return random() < 0.5 ? 0 : 1;
  if (section.repeat === null) return 1;
  const { min, max } = section.repeat;
  return min + Math.floor(random() * (Math.min(max, min + 3) - min + 1));
}

function fillSection(
  model: ModelSection,
  ownLevel: number,
  index: number,
  above: Filling,
): WrittenSection {
  const { random } = above;
  const level = model.eitherLevel && ownLevel < 6 && random() < 0.4 ? ownLevel + 1 : ownLevel;
  const repeats = above.repeats || model.kind === 'team' || (model.repeat?.max ?? 1) > 1;
  const meeting = repeats ? { ...above.meeting, date: pick(days, random) } : above.meeting;
  const filling = { ...above, meeting, repeats };
  const asides = model.children.length === 0 && !model.closed && random() < 0.15 && level < 5;
  const lines = linesOf(model, filling);
  const isOpen = /:\**$/.test(lines.at(-1) ?? '');
  const suitable = isOpen ? texts.filter((each) => !/^(?:-|\d)/.test(each)) : texts;
  const text = model.body === 'table' ? filledTable : pick(suitable, random);
  const roster = rosterOf(model, filling.teams);
  const team = model.kind === 'team' ? (roster[index] ?? strangers[index] ?? null) : null;
  return {
    model,
    team: roster.length > 0 ? team : null,
    content: team === null ? contentOf(model, filling) : teamContent(model, team, filling),
    level,
    setext: level < 3 && random() < 0.1 && model.kind === 'literal',
    bold: model.bold ? pick(['**{}**', '**{}:**', '**{}**:'], random) : null,
    lines,
    body: [...lines, ...(text === '' ? [] : [text])].join('\n\n'),
    children: [
      ...fillSiblings(model.children, ownLevel, model.anyOrder, filling),
      ...(asides ? [asideAt(level + 1 + Math.floor(random() * 2), random)] : []),
    ],
  };
}

/** Returns the teams that have to be there: those that the section shows, or those of the front matter. */
function rosterOf(
  { roster, examples }: ModelSection,
  teams: readonly ModelTeam[],
): readonly ModelTeam[] {
  return roster ? examples : teams;
}

/** Teams where there is no roster. */
const strangers: readonly ModelTeam[] = [
  { name: 'Maps', lead: 'Kim Vale', status: null },
  { name: 'Search', lead: 'Robin Sand', status: null },
  { name: 'Mail', lead: 'Alex Moor', status: null },
];

function asideAt(level: number, random: Random): WrittenSection {
  return {
    model: null,
    team: null,
    content: pick(asides, random),
    level,
    setext: false,
    bold: null,
    lines: [],
    body: pick(texts, random),
    children: [],
  };
}

function teamContent({ heading }: ModelSection, team: ModelTeam, { random }: Filling): string {
  const status = heading.includes('{status') && team.status !== null ? ` (${team.status})` : '';
  const lead = random() < 0.9 || !heading.includes('- ') ? team.lead : `${team.lead}/Jo Field`;
  return heading
    .replace('{team}', team.name)
    .replace(' ({status?})', status)
    .replace('{lead}', lead);
}

function contentOf(model: ModelSection, { meeting, random }: Filling): string {
  const alias = model.aliases[0];
  if (alias !== undefined && random() < 0.3) return fillPlaceholders(alias, meeting);
  return model.kind === 'literal'
    ? ornamented(model, random)
    : fillPlaceholders(model.heading, meeting);
}

/** Names stay the same with what comparing ignores, where no sibling depends on it. */
function ornamented({ heading }: ModelSection, random: Random): string {
  if (random() < 0.8 || /^[^\p{L}]|C|[^\p{L}]$/u.test(heading)) return heading;
  return pick(ornamentsOf(heading), random);
}

/** Returns a name with what comparing ignores. */
export function ornamentsOf(name: string): readonly string[] {
  return [`${name}:`, `🎉 ${name}`, `2. ${name}`, `${name} (10 min)`];
}

function linesOf({ dateLine, fields }: ModelSection, { meeting }: Filling): readonly string[] {
  return [
    ...(dateLine === null ? [] : [fillPlaceholders(dateLine, meeting)]),
    ...fields.flatMap((field) => fillField(field, meeting)),
  ];
}

/** Returns a field's lines: its label in a form like the template's, and its value beside or below it. */
function fillField({ label, form, value }: ModelField, meeting: Meeting): readonly string[] {
  const { random } = meeting;
  const isOptional = value === '' || /^\{\w+\?/.test(value);
  if (isOptional && random() < 0.3) return [];
  const written = pick(formsLike(form), random);
  if (value === '') return [writeLine(label, written, random() < 0.5 ? pick(people, random) : '')];
  if (isOptional && random() < 0.3) return [writeLine(label, written, '')];
  const filled = fillPlaceholders(value, meeting);
  return isItem(written) && random() < 0.2
    ? [`${writeLine(label, written, '')}\n  - ${filled}`]
    : [writeLine(label, written, filled)];
}
