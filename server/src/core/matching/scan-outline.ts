import { headingOfLine, type Heading, type PlacedHeading } from '../minutes/heading.ts';
import { scanTextHeadings } from '../minutes/scan-heading.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { once, remember } from '../text/remember.ts';
import { findTeams } from './find-teams.ts';
import { allSections, isHeadingOf } from './heading-match.ts';
import { isReleaseNotesHeading } from './pasted-headings.ts';
import type { FoundTeam, ScannedOutline } from './scanned-outline.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';

/**
 * Returns a function that finds in a text the headings and teams that parsing and `matchTemplate` find;
 * it returns null where only parsing tells.
 *
 * It remembers: the heading lines of a series repeat themselves, by their levels and the template's names they are
 * of few kinds, and the rows of kinds that outlines are, without what stands below teams, repeat themselves, too.
 * What the matching asked besides about a row is asked again, and all answers have to be the same.
 */
export function createOutlineScan(template: Template): (text: string) => ScannedOutline | null {
  const sections = once(() => allSections(template));
  const match = once(() => createNotingMatch(template, sections()));
  const kinds = new Map<string, string>();
  const knownLine = remember((line): KnownLine | null => {
    const heading = headingOfLine(line);
    if (heading === null) return null;
    const named = sections().map((section) => isHeadingOf(section, heading));
    const kind = kindOf(heading, named, kinds);
    const role = named.includes(true) ? 'other' : roleOf(heading, sections());
    return { heading, kind, role, answers: [] };
  });
  const knownMatches = remember((): KnownMatch[] => []);

  const findAmong = (lines: readonly KnownLine[]): readonly FoundTeam[] => {
    const known = knownMatches(rowOf(lines));
    const same = known.find(({ asked }) => asked.every((question) => isTrue(question, lines)));
    if (same !== undefined) return same.found;
    if (known.length >= mostMatches) known.length = 0;
    const fresh = match()(lines);
    known.push(fresh);
    return fresh.found;
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
      const known = knownLine(line);
      if (known === null) return null;
      lines.push(known);
      headings.push({ heading: known.heading, start });
    }
    return { headings, teams: findTeamsOf(lines) };
  };
}

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

/** A line that is a heading, with the answers that it gave. */
interface KnownLine {
  readonly heading: Heading;
  /** A character that stands for what the matching sees of it without asking. */
  readonly kind: string;
  readonly role: Role;
  readonly answers: Answer[];
}

/** `team` is clearly a team's heading that has nothing but releases below it, `inert` is neither that nor like any name of the template. */
type Role = 'team' | 'inert' | 'other';

/** What a section of the template says to a heading's text: a team's heading or not, or whether it resembles a name. */
type Answer = TeamHeading | boolean | null;

/** What was found among headings, and what was asked for it. */
interface KnownMatch {
  readonly found: readonly FoundTeam[];
  readonly asked: readonly Question[];
}

/** Something that a section is asked about the heading of an index. */
interface Question {
  readonly index: number;
  /** Tells questions apart. */
  readonly number: number;
  readonly ask: (heading: Heading) => Answer;
  readonly traits: number;
}

/** So many sets of answers are kept about one row of kinds. */
const mostMatches = 50;

function kindOf(heading: Heading, named: readonly boolean[], kinds: Map<string, string>): string {
  const { depth, style, text } = heading;
  const seen = [depth, style, text === '', isReleaseNotesHeading(text), ...named].join();
  const kind = kinds.get(seen) ?? String.fromCharCode(kinds.size);
  kinds.set(seen, kind);
  return kind;
}

/** Returns the role of a heading that is none of the template's. */
function roleOf(heading: Heading, sections: readonly TemplateSection[]): Role {
  const { text, unstruckText, depth } = heading;
  const teams = sections.filter((section) => section.team !== null && section.depth === depth);
  const [team, ...others] = teams;
  if (team === undefined) {
    return sections.some((section) => section.resembles(text)) ? 'other' : 'inert';
  }
  const read = others.length > 0 ? null : team.readTeam(unstruckText);
  const isClear = read?.wellFormed === true && (read.leadText !== null || read.status !== null);
  return isClear && team.children.every(({ kind }) => kind === 'release') ? 'team' : 'other';
}

function isTrue({ index, number, ask, traits }: Question, lines: readonly KnownLine[]): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  let answer = line.answers[number];
  if (answer === undefined) {
    answer = ask(line.heading);
    line.answers[number] = answer;
  }
  return traitsOf(answer) === traits;
}

/** Returns all that the matching sees of an answer. */
function traitsOf(answer: Answer): number {
  if (answer === null || typeof answer === 'boolean') return Number(answer);
  const { wellFormed, leadText, status } = answer;
  return 2 + Number(wellFormed) + 2 * Number(leadText === null) + 4 * Number(status === null);
}

/** Returns `findTeams` with a copy of the template that notes what is asked. */
function createNotingMatch(
  template: Template,
  sections: readonly TemplateSection[],
): (lines: readonly KnownLine[]) => KnownMatch {
  const asked = new Map<string, Noted>();
  const originals = new Map<TemplateSection, TemplateSection>();
  const note = (number: number, text: string, question: Omit<Noted, 'number' | 'text'>): void => {
    asked.set(`${String(number)} ${text}`, { number, text, ...question });
  };
  const copy = (section: TemplateSection): TemplateSection => {
    const number = 2 * sections.indexOf(section);
    const noting: TemplateSection = {
      ...section,
      resembles(text) {
        note(number, text, {
          textOf: (heading) => heading.text,
          ask: (heading) => section.resembles(heading.text),
        });
        return section.resembles(text);
      },
      readTeam(text) {
        note(number + 1, text, {
          textOf: (heading) => heading.unstruckText,
          ask: (heading) => section.readTeam(heading.unstruckText),
        });
        return section.readTeam(text);
      },
      children: section.children.map(copy),
    };
    originals.set(noting, section);
    return noting;
  };
  const noting = { ...template, sections: template.sections.map(copy) };
  return (lines) => {
    asked.clear();
    const headings = lines.map(({ heading }) => heading);
    const found = findTeams(headings, noting).map((team) => ({
      ...team,
      expected: originals.get(team.expected) ?? team.expected,
    }));
    const questions = [...asked.values()].flatMap(({ number, text, textOf, ask }) =>
      headings.flatMap((heading, index): Question[] =>
        textOf(heading) === text ? [{ index, number, ask, traits: traitsOf(ask(heading)) }] : [],
      ),
    );
    return { found, asked: questions };
  };
}

/** A question that was asked about a text. */
interface Noted extends Pick<Question, 'number' | 'ask'> {
  readonly text: string;
  readonly textOf: (heading: Heading) => string;
}
