import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Matcher } from '../matching/matcher.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { Roster } from '../template/roster.ts';
import { numberAmong } from '../meetings/meeting-number.ts';
import { matchPath } from '../template/file-name-pattern.ts';
import { addDays } from '../text/calendar-date.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { matchPattern, type TextPattern } from '../template/text-pattern.ts';
import { carriedOver, type CarriedItem } from './carried-over.ts';
import { cancelledText, draftText } from './draft-text.ts';
import { nextMeetings, rhythmOf } from './next-meetings.ts';
import { minutesPath } from './minutes-path.ts';
import type { Topic } from './read-topics.ts';

/** Minutes of the series that there are. */
export interface KnownMinutes {
  /** Path relative to the template's root, with `/` between its parts. */
  readonly path: string;
  /** ISO date; null where they have none. */
  readonly date: string | null;
}

/** All that new minutes are made from. */
export interface NewMinutesInput {
  readonly template: Matcher;
  readonly roster: Roster | null;
  /** ISO date of the meeting. */
  readonly date: string;
  /** The minutes of the series, also those that are made in the same run. */
  readonly series: readonly KnownMinutes[];
  /** Returns the text of minutes of the series. */
  readonly textOf: (minutes: KnownMinutes) => string | null;
  readonly topics: readonly Topic[];
  /** There is no meeting on that day; the minutes say so. */
  readonly cancelled?: boolean;
  /** Returns whether an item is to be carried over. */
  readonly isCarried: (item: CarriedItem) => boolean;
}

/** Minutes that can be made. */
export interface NewMinutes {
  readonly date: string;
  /** Path relative to the template's root; null where the template doesn't say how its minutes are named. */
  readonly path: string | null;
  readonly text: string;
  readonly carried: readonly CarriedItem[];
  /** Path of the minutes that it is carried over from; null where there are none. */
  readonly from: string | null;
}

/** Returns the minutes of a meeting as the template has them, with what the minutes before hand over. */
export function newMinutes(input: NewMinutesInput): NewMinutes {
  const { template, roster, date, series, textOf, topics, cancelled, isCarried } = input;
  const last = lastBefore(series, date);
  const text = last === null ? null : textOf(last);
  const previous = text === null ? null : readMinutes(parseMarkdown(text));
  const carried = (
    previous === null || cancelled === true ? [] : carriedOver(previous, template)
  ).filter((item) => isCarried(item) && !isPlanned(item, topics));
  const number = nextNumber(
    input,
    previous?.headings.find(({ depth }) => depth === 1)?.text ?? null,
  );
  const next = meetingAfter(input);
  const parts = { template, date, roster, number, previous, carried, topics, next };
  return {
    date,
    path: minutesPath(template, {
      date,
      number,
      latest: last?.path ?? series.at(-1)?.path ?? null,
    }),
    text: cancelled === true ? cancelledText(parts) : draftText(parts),
    carried,
    from: last?.path ?? null,
  };
}

/** Returns the ISO date of the meeting after this one, by the schedule or as the dates of the series go on; null where neither says. */
function meetingAfter({ template: { options }, series, date }: NewMinutesInput): string | null {
  const held = [...series.flatMap((own) => own.date ?? []), date];
  if (rhythmOf(options, held) === 'none') return null;
  const [next = null] = nextMeetings(options, [date], addDays(date, 1), { count: 1, until: null });
  return next;
}

/** Returns whether a topic that was put off is on the agenda anyway. */
function isPlanned({ kind, label }: CarriedItem, topics: readonly Topic[]): boolean {
  const name = normalizeText(label);
  return kind === 'topic' && topics.some(({ title }) => normalizeText(title) === name);
}

/** Returns the last minutes before an ISO date; null where there are none. */
export function lastBefore(series: readonly KnownMinutes[], date: string): KnownMinutes | null {
  let last: KnownMinutes | null = null;
  for (const minutes of series) {
    if (minutes.date === null || minutes.date >= date) continue;
    if (last === null || (last.date ?? '') <= minutes.date) last = minutes;
  }
  return last;
}

/** Returns the number after that of the latest minutes, by their name or title; null where nothing is numbered. */
function nextNumber({ template, series }: NewMinutesInput, title: string | null): number | null {
  const named = series.flatMap(({ path }) => {
    const matched = matchPath(template.options.fileNames, path);
    return numberAmong(matched?.captures ?? []) ?? [];
  });
  if (named.length > 0) return Math.max(...named) + 1;
  const section = template.sections.find(({ kind }) => kind === 'title');
  const titled = title === null ? null : numberIn(section?.pattern ?? null, title);
  if (titled !== null) return titled + 1;
  return isNumbered(template) ? 1 : null;
}

function numberIn(pattern: TextPattern | null, text: string): number | null {
  return numberAmong(pattern === null ? [] : (matchPattern(pattern, text) ?? []));
}

function isNumbered({ options, sections }: Matcher): boolean {
  const title = sections.find(({ kind }) => kind === 'title');
  return [...options.fileNames.map(({ source }) => source), title?.name ?? ''].some((text) =>
    text.includes('{number'),
  );
}
