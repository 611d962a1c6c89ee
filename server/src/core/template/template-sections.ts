import * as l10n from '@vscode/l10n';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { cachedByText } from '../text/cached.ts';
import { readAgendaItems } from './template-agenda.ts';
import { levelProblems } from './level-problems.ts';
import { placeholderProblem } from './placeholder-problem.ts';
import { placeholdersIn } from './placeholder.ts';
import type { TemplateHeading } from './template-heading.ts';
import { readTemplateLines } from './read-template-lines.ts';
import { readRecordShape } from './record-shape.ts';
import { shapeProblems } from './shape-problems.ts';
import { readTemplateTable } from './template-table.ts';
import type { Template, TemplateOptions, TemplateProblem } from './template.ts';
import type { TeamExample, TeamShape, TemplateSection } from './template-section.ts';
import { exampleForm, exampleShape, readTeam, teamShapeOf } from './team-shape.ts';
import {
  createPattern,
  placeholdersOf,
  readSkeletonDates,
  type TextPattern,
} from './text-pattern.ts';

/** Returns the sections that a template's headings ask for, as a tree by their levels. */
export function buildSections(
  document: Minutes,
  headings: readonly TemplateHeading[],
  options: TemplateOptions,
): Pick<Template, 'sections' | 'problems'> {
  const problems: TemplateProblem[] = headings.flatMap((heading) =>
    unknownPlaceholders(document, heading, options),
  );
  const build = (from: readonly TemplateHeading[], parent: ParentKind): TemplateSection[] => {
    const siblings = siblingsOf(from);
    const examples = exampleGroup(siblings, options);
    return siblings.flatMap((node) => {
      if (!examples?.members.includes(node)) {
        return [toSection(node, parent, document, options, problems, build)];
      }
      return node === examples.shown ? [exampleSection(examples, document, options)] : [];
    });
  };
  return { sections: build(headings, 'document'), problems };
}

type ParentKind = 'document' | 'section' | 'team';

/** A heading with the headings below it. */
interface HeadingNode {
  readonly own: TemplateHeading;
  readonly below: readonly TemplateHeading[];
}

/** Returns the topmost headings with what is below each. */
function siblingsOf(headings: readonly TemplateHeading[]): readonly HeadingNode[] {
  const nodes: HeadingNode[] = [];
  let index = 0;
  for (let own = headings[index]; own !== undefined; own = headings[index]) {
    let end = index + 1;
    while ((headings[end]?.heading.depth ?? 0) > own.heading.depth) end++;
    nodes.push({ own, below: headings.slice(index + 1, end) });
    index = end;
  }
  return nodes;
}

function toSection(
  { own, below }: HeadingNode,
  parent: ParentKind,
  document: Minutes,
  options: TemplateOptions,
  problems: TemplateProblem[],
  build: (from: readonly TemplateHeading[], parent: ParentKind) => TemplateSection[],
): TemplateSection {
  const { refinements } = own;
  const first = parent === 'document' && isFirst(document, own);
  const pattern = patternOf(own, first, options);
  const title = first && isTitle(own, pattern, document);
  const team = teamShapeOf(pattern, options.placeholders, options.orgs);
  const kind =
    team !== null ? 'team' : title ? 'title' : isRelease(own, parent) ? 'release' : 'section';
  const table = readTemplateTable(document, own);
  const shape = readRecordShape(
    refinements.record,
    document.text,
    own.bodyRange,
    options.placeholders,
  );
  const lines = readTemplateLines(document, own.bodyRange, options.placeholders, shape?.range);
  const children = build(below, team === null ? 'section' : 'team');
  problems.push(
    ...table.problems,
    ...lines.problems,
    ...shapeProblems(shape, options.placeholders),
    ...levelProblems(own, children),
  );
  return {
    ...baseSection(own, pattern, options),
    kind,
    required:
      !refinements.optional &&
      kind !== 'team' &&
      kind !== 'release' &&
      refinements.repeat?.min !== 0,
    repeat: refinements.repeat ?? {
      min: kind === 'team' ? 0 : 1,
      max: kind === 'team' ? Infinity : 1,
    },
    ...(team !== null && asTeam(team, pattern)),
    table: table.table,
    recordShape: shape,
    fields: lines.fields,
    dateLines: lines.dateLines,
    agendaItems: isAgenda(own) ? readAgendaItems(document, own, options.placeholders) : null,
    children,
  };
}

/** Returns what a section has from its heading alone. */
function baseSection(
  own: TemplateHeading,
  pattern: TextPattern,
  options: TemplateOptions,
): TemplateSection {
  const { heading, refinements } = own;
  const { literal, other } = readAliases(refinements.aliases, options);
  return {
    kind: 'section',
    name: heading.text,
    aliases: literal,
    pattern,
    otherPatterns: other,
    keys: [...(pattern.literal === null ? [] : [pattern.literal]), ...literal.map(normalizeText)],
    readTeam: () => null,
    depth: heading.depth,
    levels: refinements.levels ?? { min: heading.depth, max: heading.depth },
    style: heading.style,
    required: true,
    repeat: { min: 1, max: 1 },
    anyOrder: refinements.anyOrder,
    closed: refinements.closed,
    insisted: refinements.required,
    notEmpty: refinements.notEmpty,
    carryOver: refinements.carryOver,
    record: refinements.record,
    recordShape: null,
    agenda: isAgenda(own),
    help: own.help,
    message: own.message,
    team: null,
    examples: [],
    table: null,
    agendaItems: null,
    body: own.body,
    range: heading.range,
    contentRange: heading.contentRange,
    fields: [],
    dateLines: [],
    children: [],
  };
}

/** Parts the aliases without placeholders from the patterns of the others. */
function readAliases(
  aliases: readonly string[],
  options: TemplateOptions,
): { readonly literal: readonly string[]; readonly other: readonly TextPattern[] } {
  const patterns = aliases.map((alias) =>
    createPattern(readSkeletonDates(alias, false), options.placeholders),
  );
  return {
    literal: patterns.flatMap(({ source, literal }) => (literal === null ? [] : [source])),
    other: patterns.filter(({ literal }) => literal === null),
  };
}

/**
 * Tells whether the first heading is the title: it is at the highest level, and alone there,
 * or it names the meeting by its date, its number or a text of its own, and doesn't repeat.
 */
function isTitle(
  { heading, refinements }: TemplateHeading,
  { parts }: TextPattern,
  document: Minutes,
): boolean {
  const others = document.headings.slice(1);
  if (others.some(({ depth }) => depth < heading.depth)) return false;
  if ((refinements.repeat?.max ?? 1) > 1) return false;
  return (
    others.every(({ depth }) => depth > heading.depth) ||
    placeholdersOf(parts).some(({ name }) => ['date', 'number', 'text'].includes(name))
  );
}

/** Returns what a section has besides where its heading is that of teams. */
function asTeam(team: TeamShape, pattern: TextPattern): Pick<TemplateSection, 'team' | 'readTeam'> {
  return { team, readTeam: cachedByText((text) => readTeam(text, team, pattern)) };
}

function isFirst(document: Minutes, { heading }: TemplateHeading): boolean {
  return document.headings[0]?.range.start === heading.range.start;
}

function isAgenda({ heading, refinements }: TemplateHeading): boolean {
  return refinements.agenda || /^agenda$/i.test(heading.text);
}

/** A code-span heading below a team is a release. */
function isRelease({ heading }: TemplateHeading, parent: ParentKind): boolean {
  return (
    parent === 'team' &&
    (heading.node().children[0]?.type === 'inlineCode' || /\{release\??\}/.test(heading.text))
  );
}

function patternOf(own: TemplateHeading, title: boolean, options: TemplateOptions): TextPattern {
  return createPattern(readSkeletonDates(own.heading.text, title), options.placeholders);
}

/** Sibling headings that show teams, and the one that stands for them all. */
interface ExampleGroup {
  readonly shown: HeadingNode;
  readonly members: readonly HeadingNode[];
  readonly examples: readonly HeadingNode[];
  readonly shape: TeamShape;
  readonly pattern: TextPattern;
}

/**
 * Finds the siblings that are examples of teams: two or more of level 3 or deeper in one form,
 * `Name - Person` or `Name (Person)`, or, beside a `{team}` heading marked `roster`, those in its form.
 */
function exampleGroup(
  siblings: readonly HeadingNode[],
  options: TemplateOptions,
): ExampleGroup | null {
  const team = siblings.find(({ own }) => hasTeam(own));
  if (team !== undefined) return rosterGroup(team, siblings, options);
  const forms = siblings.map(({ own }) =>
    own.heading.depth < 3 ? null : exampleForm(own.heading.text, options.placeholders),
  );
  const form = mostFrequent(forms);
  const examples = siblings.filter((_, index) => forms[index] === form);
  const shown = examples[0];
  if (form === null || shown === undefined || examples.length < 2) return null;
  const source = form === 'dash' ? '{team} ({status?}) - {lead}' : '{team} ({lead})';
  return {
    shown,
    members: examples,
    examples,
    shape: exampleShape(form, options.placeholders, options.orgs),
    pattern: createPattern(source, options.placeholders),
  };
}

function rosterGroup(
  team: HeadingNode,
  siblings: readonly HeadingNode[],
  options: TemplateOptions,
): ExampleGroup | null {
  const pattern = patternOf(team.own, false, options);
  const shape = teamShapeOf(pattern, options.placeholders, options.orgs);
  if (shape === null || !team.own.refinements.roster) return null;
  const examples = siblings.filter(
    ({ own }) =>
      own.heading.depth === team.own.heading.depth &&
      exampleForm(own.heading.text, options.placeholders) === shape.form,
  );
  return { shown: team, members: [team, ...examples], examples, shape, pattern };
}

function hasTeam({ heading }: TemplateHeading): boolean {
  return placeholdersIn(heading.text).some(({ placeholder }) => placeholder.name === 'team');
}

function exampleSection(
  { shown: { own }, examples, shape, pattern }: ExampleGroup,
  document: Minutes,
  options: TemplateOptions,
): TemplateSection {
  return {
    ...baseSection(own, pattern, options),
    kind: 'team',
    name: pattern.source,
    required: false,
    repeat: { min: 0, max: Infinity },
    ...asTeam(shape, pattern),
    examples: examples.map((node) => toExample(node, shape, pattern, document)),
  };
}

function toExample(
  { own, below }: HeadingNode,
  shape: TeamShape,
  pattern: TextPattern,
  document: Minutes,
): TeamExample {
  const read = readTeam(own.heading.unstruckText, shape, pattern);
  const end = below.at(-1)?.bodyRange.end ?? own.bodyRange.end;
  return {
    team: read?.team ?? own.heading.text,
    leads: read?.leads ?? [],
    status: read?.status ?? null,
    text: document.text.slice(own.heading.range.start, end).trimEnd(),
    range: own.heading.range,
  };
}

function mostFrequent<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Finds placeholders without a meaning in the heading, and in the tables and lists that are matched. */
function unknownPlaceholders(
  document: Minutes,
  own: TemplateHeading,
  options: TemplateOptions,
): TemplateProblem[] {
  const ranges = [
    ...own.refinements.aliasRanges,
    own.heading.contentRange,
    ...blocksIn(document, own.bodyRange).flatMap(({ node, range }) =>
      node.type === 'table' || (node.type === 'list' && isAgenda(own)) ? [range] : [],
    ),
  ];
  return ranges.flatMap(({ start, end }) =>
    placeholdersIn(document.text.slice(start, end)).flatMap((found): TemplateProblem[] => {
      const problem = placeholderProblem(found.placeholder, options.placeholders);
      if (problem === null) return [];
      const { message, near } = problem;
      const { name } = found.placeholder;
      const range = { start: start + found.start, end: start + found.end };
      const nameRange = { start: range.start + 1, end: range.start + 1 + name.length };
      return [
        {
          rule: 'unknown-placeholder',
          message,
          range,
          fix:
            near === null
              ? null
              : {
                  title: l10n.t('Replace with “{0}”', near),
                  edits: [{ range: nameRange, text: near }],
                },
        },
      ];
    }),
  );
}
