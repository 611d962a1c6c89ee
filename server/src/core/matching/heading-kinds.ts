import { headingOfLine, type Heading } from '../minutes/heading.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { cachedByText } from '../text/cached.ts';
import { allSections } from './heading-match.ts';
import { isReleaseNotesHeading } from './pasted-headings.ts';
import { carriedBy, type Recognition, type Recognizer } from './recognize-heading.ts';

/** A line that is a heading. */
export interface KnownLine {
  readonly heading: Heading;
  /** A character that encodes all that the matching sees of it. */
  readonly kind: string;
  readonly role: Role;
}

/** Returns what a line with an ATX marker is as a heading; null where only parsing can say. The result is cached. */
export type ReadLine = (line: string) => KnownLine | null;

/** Returns what reads heading lines as the matching sees them. */
export function createLineReader(template: Template, recognizer: Recognizer): ReadLine {
  const sections = allSections(template);
  const kindOf = createKinds(sections);
  return cachedByText((line): KnownLine | null => {
    const heading = headingOfLine(line);
    if (heading === null) return null;
    const recognition = recognizer.recognize(heading.text);
    const seen = { ...recognition, carried: carriedBy(heading, recognizer) };
    return { heading, kind: kindOf(heading, seen), role: roleOf(heading, seen, sections) };
  });
}

/** Returns the kinds of lines, one after the other. */
export function rowOf(lines: readonly KnownLine[]): string {
  let row = '';
  for (const { kind } of lines) row += kind;
  return row;
}

/** `team` is clearly a team's heading that has only releases below it, `inert` is nothing to the template. */
type Role = 'team' | 'inert' | 'other';

/** Returns a function that gives headings one character where the matching sees the same of them. */
function createKinds(
  sections: readonly TemplateSection[],
): (heading: Heading, recognition: Recognition) => string {
  const kinds = new Map<string, string>();
  const teams = sections.filter(({ team }) => team !== null);
  const numbersOf = (some: readonly TemplateSection[]): string =>
    some.map((section) => sections.indexOf(section)).join();
  return ({ depth, text, unstruckText }, { exact, loose, fits, slips, carried }) => {
    const seen = [
      ...[depth, text === '', isReleaseNotesHeading(text)],
      ...[exact, loose, fits, slips, carried].map(numbersOf),
      ...teams.map((team) => traitsOf(team, unstruckText)),
    ].join('|');
    const kind = kinds.get(seen) ?? String.fromCharCode(kinds.size);
    kinds.set(seen, kind);
    return kind;
  };
}

/** Returns all that the matching sees of a team's heading. */
function traitsOf({ readTeam }: TemplateSection, text: string): number {
  const team = readTeam(text);
  if (team === null) return 0;
  const { wellFormed, leadText, status } = team;
  return 1 + Number(wellFormed) + 2 * Number(leadText === null) + 4 * Number(status === null);
}

/** Returns the role of a heading that is not one of the template's. */
function roleOf(
  { unstruckText, depth }: Heading,
  recognition: Recognition,
  sections: readonly TemplateSection[],
): Role {
  if (Object.values(recognition).some((all: readonly TemplateSection[]) => all.length > 0))
    return 'other';
  const [team, ...others] = sections.filter((each) => each.team !== null && each.depth === depth);
  if (team === undefined) return 'inert';
  const read = others.length > 0 ? null : team.readTeam(unstruckText);
  const isClear = read?.wellFormed === true && (read.leadText !== null || read.status !== null);
  return isClear && team.children.every(({ kind }) => kind === 'release') ? 'team' : 'other';
}
