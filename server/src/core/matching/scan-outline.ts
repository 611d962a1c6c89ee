import { headingOfLine, type Heading, type PlacedHeading } from '../minutes/heading.ts';
import { scanTextHeadings } from '../minutes/heading-scanner.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { cachedByText } from '../text/cached.ts';
import { findTeams, type FoundTeam } from './find-teams.ts';
import { allSections } from './heading-match.ts';
import { isReleaseNotesHeading } from './pasted-headings.ts';
import { carriedBy, type Recognition, type Recognizer } from './recognize-heading.ts';

/** The headings of minutes with the teams among them. */
export interface ScannedOutline {
  readonly headings: readonly PlacedHeading[];
  readonly teams: readonly FoundTeam[];
}

/**
 * Returns a function that finds in a text the headings and teams that parsing and `matchTemplate` find;
 * it returns null where only parsing finds them.
 *
 * Results are cached: the heading lines of a series repeat themselves, by all that the matching sees of them they are of
 * few kinds, and the rows of kinds that outlines are, without what is below teams, repeat themselves, too.
 */
export function createOutlineScan(
  template: Template,
  recognizer: Recognizer,
): (text: string) => ScannedOutline | null {
  const sections = allSections(template);
  const kindOf = createKinds(sections);
  const knownLine = cachedByText((line): KnownLine | null => {
    const heading = headingOfLine(line);
    if (heading === null) return null;
    const recognition = recognizer.recognize(heading.text);
    const seen = { ...recognition, carried: carriedBy(heading, recognizer) };
    return { heading, kind: kindOf(heading, seen), role: roleOf(heading, seen, sections) };
  });
  const known = new Map<string, readonly FoundTeam[]>();
  const findAmong = (lines: readonly KnownLine[]): readonly FoundTeam[] => {
    const row = rowOf(lines);
    const same = known.get(row);
    if (same !== undefined) return same;
    if (known.size >= mostRows) known.clear();
    const found = findTeams(
      lines.map(({ heading }) => heading),
      template,
      recognizer,
    );
    known.set(row, found);
    return found;
  };
  const findTeamsOf = (lines: readonly KnownLine[]): readonly FoundTeam[] => {
    const { kept, numbers, owners } = withoutInert(lines);
    const teams = findAmong(kept).map(({ expected, index, end }) => ({
      expected,
      index: numbers[index] ?? 0,
      end: numbers[end] ?? lines.length,
    }));
    return owners.every((owner) => teams.some(({ index }) => index === owner))
      ? teams
      : findAmong(lines);
  };
  return (text) => {
    const written = scanTextHeadings(text);
    if (written === null) return null;
    const lines: KnownLine[] = [];
    const headings: PlacedHeading[] = [];
    for (const { line, start } of written) {
      const read = knownLine(line);
      if (read === null) return null;
      lines.push(read);
      headings.push({ heading: read.heading, start });
    }
    return { headings, teams: findTeamsOf(lines) };
  };
}

const mostRows = 10_000;

/** Lines without those that are left out, with their numbers, and those of the owners of what was left out. */
interface Reduced {
  readonly kept: readonly KnownLine[];
  readonly numbers: readonly number[];
  readonly owners: readonly number[];
}

/**
 * Leaves out inert headings below a team's: the matching puts them into its section whatever they are called,
 * if only it takes the heading before them, the owner, for a team's.
 */
function withoutInert(lines: readonly KnownLine[]): Reduced {
  const kept: KnownLine[] = [];
  const numbers: number[] = [];
  const owners: number[] = [];
  let owner: KnownLine | null = null;
  let number = 0;
  for (const line of lines) {
    if (owner !== null && line.role === 'inert' && line.heading.depth > owner.heading.depth) {
      const last = numbers.at(-1) ?? 0;
      if (owners.at(-1) !== last) owners.push(last);
    } else {
      kept.push(line);
      numbers.push(number);
      owner = line.role === 'team' ? line : null;
    }
    number++;
  }
  return { kept, numbers, owners };
}

function rowOf(lines: readonly KnownLine[]): string {
  let row = '';
  for (const { kind } of lines) row += kind;
  return row;
}

/** A line that is a heading. */
interface KnownLine {
  readonly heading: Heading;
  /** A character that encodes all that the matching sees of it. */
  readonly kind: string;
  readonly role: Role;
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
