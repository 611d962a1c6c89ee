import type { Heading } from '../minutes/heading.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam, TemplateMatch } from '../matching/template-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { endOfLine } from '../text/end-of-line.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { once } from '../text/cached.ts';
import { updateLines, type UpdateLine } from './update-lines.ts';

/** A part of minutes that someone answers for: a team's whole update, or what is in a section itself. */
export interface ReportedPart {
  /** Equal for the same part in two versions of the minutes. */
  readonly key: string;
  /** The team's name, or the heading's text. */
  readonly name: string;
  readonly heading: Heading;
  /** Whole lines below the heading. */
  readonly range: OffsetRange;
  readonly lines: () => readonly UpdateLine[];
  readonly team: MatchedTeam | null;
}

/** Returns the parts of minutes in document order; of two with one key the first. */
export function reportedParts(
  minutes: Minutes,
  match: TemplateMatch,
  template: Matcher,
): readonly ReportedPart[] {
  const teams = new Map(match.teams.map((team) => [team.section, team]));
  const expected = new Map(match.sections.map((pair) => [pair.section, pair.expected]));
  const parts = new Map<string, ReportedPart>();

  const add = (section: Section, above: string): void => {
    const team = teams.get(section) ?? null;
    const key = team === null ? keyOf(section, expected.get(section), above) : partKey(team);
    const range = belowHeading(section, team !== null, minutes);
    if (!parts.has(key)) {
      const name = team?.team.team ?? section.heading.text;
      const lines = once(() => updateLines(minutes.text, range, template));
      parts.set(key, { key, name, heading: section.heading, range, lines, team });
    }
    if (team === null) for (const child of section.children) add(child, key);
  };
  for (const section of match.outline) add(section, '');
  return [...parts.values()];
}

/** Returns the key of a team's part. */
export function partKey({ team }: MatchedTeam): string {
  return `team ${team.key}`;
}

/** A section that the template has once is the same one however it is spelled. */
function keyOf({ heading }: Section, expected: TemplateSection | undefined, above: string): string {
  return expected?.repeat.max === 1
    ? `section ${expected.range.start}`
    : `${above} > ${normalizeText(heading.text)}`;
}

function belowHeading(section: Section, whole: boolean, { text }: Minutes): OffsetRange {
  const start = endOfLine(text, section.heading.range.end);
  return { start, end: Math.max(start, whole ? section.range.end : section.bodyRange.end) };
}
