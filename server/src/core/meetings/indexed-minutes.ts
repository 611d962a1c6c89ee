import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isCancelled, mayBeCancelled } from '../matching/cancelled-meeting.ts';
import { writtenValues, type WrittenValue } from '../matching/written-fields.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { Heading, PlacedHeading } from '../minutes/heading.ts';
import { releaseLinksIn, type ReleaseLink } from '../minutes/release-links.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { Matcher } from '../matching/matcher.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { detachedCopy } from '../text/detached-copy.ts';
import { textHash } from '../text/text-hash.ts';
import { emptyRecord, recordOf, type MeetingRecord } from '../record/meeting-record.ts';
import { detachedRecord } from '../record/detached-record.ts';
import { meetingNumber } from './meeting-number.ts';
import { scanRoadmap, type RoadmapRow } from './scan-roadmap.ts';
import { scanMinutes, type ScannedTeam } from './scan-minutes.ts';

/** What a series keeps of one document: neither its text nor a tree. */
export interface IndexedMinutes {
  /** What identifies the minutes: the file’s URI or path, of one of many meetings in it with its place. */
  readonly id: string;
  /** URI or path of the file that holds the minutes. */
  readonly file: string;
  /** The line of the file, from 0, that the minutes begin in. */
  readonly firstLine: number;
  readonly title: string | null;
  /** ISO date; null where neither file name nor title has one. */
  readonly date: string | null;
  /** The meeting's number, by the file's name, else by the title; null where the template has none. */
  readonly number: number | null;
  /** The meeting was not held, so that the minutes count as saying nothing of teams and roadmap. */
  readonly cancelled: boolean;
  /** What the minutes have in the template's fields. */
  readonly fields: readonly WrittenValue[];
  readonly teams: readonly IndexedTeam[];
  readonly roadmap: readonly RoadmapRow[];
  /** What was agreed, and who was there. */
  readonly record: MeetingRecord;
}

/** A team in one document. */
export interface IndexedTeam {
  /** The name as it is compared. */
  readonly key: string;
  readonly heading: TeamHeading;
  /** The heading's text, and the whole section. */
  readonly contentRange: OffsetRange;
  readonly range: OffsetRange;
  /** How many lines of the update say something. */
  readonly lineCount: number;
  /** Hash of what the update says; empty where it says nothing. */
  readonly hash: string;
  /** Releases that the update has headings for. */
  readonly releases: readonly string[];
  /** Links to releases in the update, the last first, one for each pattern. */
  readonly releaseLinks: readonly ReleaseLink[];
}

/** Returns what a series keeps of a document. */
export function indexMinutes(
  id: string,
  text: string,
  fileName: string | null,
  template: Matcher,
): IndexedMinutes {
  const { title, date, headings, teams } = scanMinutes(text, fileName, template);
  const cancelled =
    mayBeCancelled(text, template) && isCancelled(readMinutes(parseMarkdown(text)), template, date);
  const placed = cancelled ? [] : headings.map(placeOf);
  return {
    id,
    file: id,
    firstLine: 0,
    title,
    date,
    number: meetingNumber(template, fileName, title),
    cancelled,
    fields: cancelled ? [] : writtenValues(text, template),
    teams: cancelled ? [] : teams.map((team) => indexTeam(team, text, template)),
    roadmap: cancelled ? [] : scanRoadmap(text, placed, template),
    record: cancelled ? emptyRecord : detachedRecord(recordOf(text, placed, template, date)),
  };
}

function placeOf({
  heading: { key, text, depth, range },
  start,
}: PlacedHeading): Pick<Heading, 'key' | 'text' | 'depth' | 'range'> {
  return { key, text, depth, range: shiftRange(range, start) };
}

function indexTeam(team: ScannedTeam, text: string, template: Matcher): IndexedTeam {
  const { heading, contentRange, range } = team;
  const update = text.slice(contentRange.end, range.end);
  const lines = template.lineWordings(update).slice(1);
  const wording = lines.flatMap((line) => (line.wording === '' ? [] : [line.wording]));
  return {
    key: heading.key,
    heading,
    contentRange,
    range,
    lineCount: wording.length,
    hash: wording.length === 0 ? '' : textHash(wording.join('\n')),
    releases: lines.flatMap((line) => releaseIn(update, line.range)),
    releaseLinks: releaseLinksIn(text.slice(range.start, range.end)),
  };
}

/** Returns the release that a line has a heading for. */
function releaseIn(update: string, { start, end }: OffsetRange): readonly string[] {
  if (update.charAt(start) !== '#') return [];
  const release = /^#{1,6}[ \t]+`([^`]+)`/.exec(update.slice(start, end))?.[1];
  return release === undefined ? [] : [detachedCopy(release)];
}
