import type { Minutes } from '../minutes/read-minutes.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { cachedByText } from '../text/cached.ts';
import { isAgenda, readAgendaItems } from './template-agenda.ts';
import { siblingsOf, type HeadingNode } from './heading-tree.ts';
import { levelProblems } from './level-problems.ts';
import type { TemplateHeading } from './template-heading.ts';
import { readTemplateLines } from './read-template-lines.ts';
import { readRecordShape } from './record-shape.ts';
import { shapeProblems } from './shape-problems.ts';
import { readTemplateTable } from './template-table.ts';
import type { Template, TemplateOptions, TemplateProblem } from './template.ts';
import { exampleGroup, type ExampleGroup } from './team-examples.ts';
import type { TeamShape, TemplateSection } from './template-section.ts';
import { readTeam, teamShapeOf } from './team-shape.ts';
import {
  createPattern,
  placeholdersOf,
  readSkeletonDates,
  type TextPattern,
} from './text-pattern.ts';
import { unknownPlaceholders } from './unknown-placeholders.ts';

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
    const examples = exampleGroup(siblings, document, options);
    return siblings.flatMap((node) => {
      if (!examples?.members.includes(node)) {
        return [toSection(node, parent, document, options, problems, build)];
      }
      return node === examples.shown ? [exampleSection(examples, options)] : [];
    });
  };
  return { sections: build(headings, 'document'), problems };
}

type ParentKind = 'document' | 'section' | 'team';

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
  const pattern = createPattern(readSkeletonDates(own.heading.text, first), options.placeholders);
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
    ...levelProblems(own, pattern, children),
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
    meeting: refinements.meeting,
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

/** Separates the aliases without placeholders from the patterns of the others. */
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
 * Returns whether the first heading is the title: it is at the highest level, and the only one there,
 * or it names the meeting by its date, its number or a text of its own, and doesn't repeat.
 */
function isTitle(
  { heading, refinements }: TemplateHeading,
  { parts }: TextPattern,
  document: Minutes,
): boolean {
  if (heading.style === 'bold') return false;
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

/** A code-span heading below a team is a release. */
function isRelease({ heading }: TemplateHeading, parent: ParentKind): boolean {
  return (
    parent === 'team' &&
    (heading.node().children[0]?.type === 'inlineCode' || /\{release\??\}/.test(heading.text))
  );
}

function exampleSection(
  { shown: { own }, examples, shape, pattern }: ExampleGroup,
  options: TemplateOptions,
): TemplateSection {
  return {
    ...baseSection(own, pattern, options),
    kind: 'team',
    name: pattern.source,
    required: false,
    repeat: { min: 0, max: Infinity },
    ...asTeam(shape, pattern),
    examples,
  };
}
