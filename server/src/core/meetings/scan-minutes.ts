import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { headingsOfText } from '../minutes/heading.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { matchTeams } from '../template/match-template.ts';
import { minutesDate } from '../template/minutes-date.ts';
import type { Template } from '../template/template.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** What an index keeps of minutes that are not open: neither their text nor a tree. */
export interface ScannedMinutes {
  /** What a reader sees of the first heading of level 1; null where there is none. */
  readonly title: string | null;
  /** ISO date of the minutes; null where neither file name nor title tells one. */
  readonly date: string | null;
  readonly headings: readonly ScannedHeading[];
  readonly teams: readonly ScannedTeam[];
}

/** A heading at the top level of the Markdown tree. */
export interface ScannedHeading {
  readonly depth: number;
  readonly text: string;
  readonly range: OffsetRange;
}

/** A team's section as the template recognises it. */
export interface ScannedTeam {
  readonly heading: TeamHeading;
  /** The whole section with its heading; its length is the size of the update. */
  readonly range: OffsetRange;
  /** Range of the heading's content, without marker and comments. */
  readonly contentRange: OffsetRange;
  /** Nothing stands below the heading. */
  readonly empty: boolean;
}

/** Returns what an index keeps of minutes; what it says agrees with their whole tree. */
export function scanMinutes(
  text: string,
  fileName: string | null,
  template: Template,
): ScannedMinutes {
  const headings = headingsOfText(text) ?? readMinutes(parseMarkdown(text)).headings;
  const title = headings.find(({ depth }) => depth === 1)?.text ?? null;
  return {
    title,
    date: minutesDate(template, fileName, title),
    headings: headings.map(({ depth, text, range }) => ({ depth, text, range })),
    teams: matchTeams(headings, text.length, template).map(({ section, team }) => ({
      heading: team,
      range: section.range,
      contentRange: section.heading.contentRange,
      empty: text.slice(section.heading.range.end, section.range.end).trim() === '',
    })),
  };
}
