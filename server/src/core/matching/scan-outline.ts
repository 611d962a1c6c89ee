import type { PlacedHeading } from '../minutes/heading.ts';
import { scanTextHeadings } from '../minutes/heading-scanner.ts';
import type { Template } from '../template/template.ts';
import { findTeams, type FoundTeam } from './find-teams.ts';
import { rowOf, type KnownLine, type ReadLine } from './heading-kinds.ts';
import type { Recognizer } from './recognize-heading.ts';

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
  readLine: ReadLine,
): (text: string) => ScannedOutline | null {
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
      const read = readLine(line);
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
