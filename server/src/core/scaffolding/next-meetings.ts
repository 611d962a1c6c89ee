import { mostMeetings } from './most-meetings.ts';
import { deriveSchedule } from '../deriving/derive-schedule.ts';
import type { TemplateOptions } from '../template/template.ts';
import { addDays } from '../text/calendar-date.ts';
import { readRecurrence } from '../text/recurrence.ts';

/** What is asked for: so many meetings, or all until an ISO date. */
export interface MeetingsWanted {
  readonly count: number | null;
  readonly until: string | null;
}

/**
 * Returns the ISO dates of the next meetings that have no minutes yet, today's the earliest:
 * by the template's schedule, else as the dates of the series go on; today where neither says anything.
 * `held` are the dates that have minutes.
 */
export function nextMeetings(
  options: Pick<TemplateOptions, 'schedule' | 'from' | 'until' | 'except'>,
  held: readonly string[],
  today: string,
  wanted: MeetingsWanted,
): readonly string[] {
  const sorted = [...new Set(held)].sort();
  const next = createNext(options, sorted, today);
  const most = Math.min(wanted.count ?? (wanted.until === null ? 1 : mostMeetings), mostMeetings);
  const last = earliest(wanted.until, options.until);
  const dates: string[] = [];
  const start = options.from !== null && options.from > today ? options.from : today;
  for (
    let day = next(start), tries = 0;
    day !== null && dates.length < most && (last === null || day <= last) && tries < 1000;
    day = next(addDays(day, 1)), tries++
  ) {
    if (!sorted.includes(day) && !options.except.includes(day)) dates.push(day);
  }
  return dates;
}

/** What says when the meetings are. */
export type Rhythm = 'schedule' | 'series' | 'none';

/** Returns what says when the next meetings are: the template’s schedule, the dates of the series, or nothing. */
export function rhythmOf(
  { schedule }: Pick<TemplateOptions, 'schedule'>,
  held: readonly string[],
): Rhythm {
  if (schedule !== null) return 'schedule';
  return usualGap([...new Set(held)].sort()) === null ? 'none' : 'series';
}

/** Returns what gives the first meeting on or after an ISO date. */
export function createNext(
  { schedule, from }: Pick<TemplateOptions, 'schedule' | 'from'>,
  held: readonly string[],
  today: string,
): (date: string) => string | null {
  const [first] = held;
  const derived = schedule === null ? deriveSchedule(held) : null;
  const rule = schedule ?? derived?.rule ?? null;
  const anchor = schedule === null ? derived?.from : (from ?? first ?? today);
  const days = rule === null || anchor === undefined ? null : readRecurrence(rule, anchor);
  if (days !== null) return (date) => days.firstFrom(date);
  const last = held.at(-1);
  const gap = usualGap(held);
  if (last === undefined || gap === null) return (date) => date;
  return (date) => {
    let day = last;
    while (day < date) day = addDays(day, gap);
    return day;
  };
}

/** Returns the most frequent number of days between the latest meetings; null where there are less than two. */
function usualGap(held: readonly string[]): number | null {
  const counts = new Map<number, number>();
  held.slice(-12).forEach((date, index, dates) => {
    const before = dates[index - 1];
    if (before === undefined) return;
    const gap = Math.round((Date.parse(date) - Date.parse(before)) / msOfDay);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

const msOfDay = 24 * 60 * 60 * 1000;

function earliest(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}
