import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { shiftHeading, type PlacedHeading } from '../minutes/heading.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { FoundTeam } from '../matching/find-teams.ts';
import type { ScannedOutline } from '../matching/scan-outline.ts';
import { minutesDate } from '../matching/minutes-date.ts';
import type { Matcher } from '../matching/matcher.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';

/** What an index keeps of minutes that are not open: neither their text nor a tree. */
export interface ScannedMinutes {
  /** What a reader sees of the first heading of level 1; null where there is none. */
  readonly title: string | null;
  /** ISO date of the minutes; null where neither file name nor title has one. */
  readonly date: string | null;
  /** All headings at the top level of the Markdown tree. */
  readonly headings: readonly PlacedHeading[];
  readonly teams: readonly ScannedTeam[];
}

/** A team's section as the template recognizes it. */
export interface ScannedTeam {
  readonly heading: TeamHeading;
  /** The whole section with its heading; its length is the size of the update. */
  readonly range: OffsetRange;
  /** Range of the heading's content, without marker and comments. */
  readonly contentRange: OffsetRange;
}

/** Returns what an index keeps of minutes; what it says agrees with their whole tree. */
export function scanMinutes(
  text: string,
  fileName: string | null,
  template: Matcher,
): ScannedMinutes {
  const { headings, teams } = template.scanOutline(text) ?? parseOutline(text, template);
  const title = headings.find(({ heading }) => heading.depth === 1)?.heading.text ?? null;
  return {
    title,
    date: minutesDate(template, fileName, {
      headings: () => headings.map(({ heading, start }) => shiftHeading(heading, start)),
      minutes: () => readMinutes(parseMarkdown(text)),
    }),
    headings,
    teams: teams.flatMap((team) => scanTeam(team, headings, text)),
  };
}

function parseOutline(text: string, template: Matcher): ScannedOutline {
  const { headings } = template.readBold(readMinutes(parseMarkdown(text)));
  return {
    headings: headings.map((heading) => {
      const { start } = heading.range;
      return { heading: shiftHeading(heading, -start), start };
    }),
    teams: template.findTeams(headings),
  };
}

function scanTeam(
  { expected, index, end }: FoundTeam,
  headings: readonly PlacedHeading[],
  text: string,
): ScannedTeam[] {
  const own = headings[index];
  const team = own === undefined ? null : expected.readTeam(own.heading.unstruckText);
  if (own === undefined || team === null) return [];
  const { heading, start } = own;
  const range = { start, end: headings[end]?.start ?? text.length };
  return [
    {
      heading: team,
      range,
      contentRange: shiftRange(heading.contentRange, start),
    },
  ];
}
