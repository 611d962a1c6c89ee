import * as l10n from '@vscode/l10n';
import type { TemplateOptions } from '../template/template.ts';
import { readDay, type DayReading } from '../text/read-day.ts';
import type { KnownMinutes } from './new-minutes.ts';
import { createNext, nextMeetings, rhythmOf, type Rhythm } from './next-meetings.ts';

/** A day that new minutes may be of, or may not, in words. */
export interface MeetingDay {
  /** ISO date. */
  readonly date: string;
  /** The day as it is written in full. */
  readonly label: string;
  /** What is known of the day. */
  readonly description: string;
  /** Whether there is a meeting without minutes, none as the template says, or one that has minutes. */
  readonly kind: 'free' | 'excepted' | 'held';
  /** Path of its minutes, relative to the template's root; null where there are none. */
  readonly path: string | null;
}

/** All that is known of the days of a series. */
export interface KnownDays {
  readonly options: Pick<TemplateOptions, 'schedule' | 'from' | 'until' | 'except'>;
  readonly series: readonly KnownMinutes[];
  /** ISO date. */
  readonly today: string;
  /** The BCP 47 tag of the language that days are written in. */
  readonly locale: string;
}

/** How many of the next meetings are offered. */
const offered = 6;

/** Returns the days that new minutes may be of, the likeliest first, then those without a meeting and those with minutes. */
export function meetingDays(known: KnownDays): readonly MeetingDay[] {
  const { options, series, today } = known;
  const held = series.flatMap(({ date }) => date ?? []);
  const count = rhythmOf(options, held) === 'none' ? 1 : offered;
  const next = nextMeetings(options, held, today, { count, until: null });
  const last = next.at(-1) ?? today;
  const isNear = (date: string): boolean => date >= today && date <= last;
  const dates = [...next, today, ...options.except.filter(isNear), ...held.filter(isNear)];
  const days = [...new Set(dates)].map((date) => describeDay(date, known, next));
  return kinds.flatMap((kind) => days.filter((day) => day.kind === kind));
}

const kinds = ['free', 'excepted', 'held'] as const;

/** Returns the day that a text names, or what is wrong with it in words; null where it is empty. */
export function typedDay(text: string, known: KnownDays): MeetingDay | string | null {
  if (text.trim() === '') return null;
  const read = dateOrProblem(text, known.today, known.locale);
  if (read.date === null) return read.problem;
  return eraProblem(read.date, known) ?? describeDay(read.date, known);
}

/** Returns the ISO date that a text names, or what is wrong with it in words. */
export function dateOrProblem(
  text: string,
  today: string,
  locale: string,
): { readonly date: string } | { readonly date: null; readonly problem: string } {
  const read = readDay(text, today, locale);
  return read.kind === 'day' ? read : { date: null, problem: problemOf(read, text, today, locale) };
}

function problemOf(
  read: Exclude<DayReading, { kind: 'day' }>,
  text: string,
  today: string,
  locale: string,
): string {
  if (read.kind === 'impossible') {
    const { month, day } = read;
    const [year = 0, number = 0] = month.split('-').map(Number);
    const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
    return l10n.t('{0} has no day {1}: it has {2} days.', monthInWords(month, locale), day, days);
  }
  return read.kind === 'either'
    ? l10n.t(
        '“{0}” may be {1}: write the month as a word.',
        text.trim(),
        either(read.dates, locale),
      )
    : l10n.t(
        '“{0}” is not a day. Write one such as {1}, {2} or “tomorrow”.',
        text.trim(),
        today,
        inWords(today, locale),
      );
}

/** Returns what is wrong with a day that the template doesn’t apply on; null where it does. */
export function eraProblem(
  date: string,
  { options: { from, until }, locale }: Pick<KnownDays, 'options' | 'locale'>,
): string | null {
  if (from !== null && date < from)
    return l10n.t('The template applies from {0} on.', inWords(from, locale));
  if (until !== null && date > until)
    return l10n.t('The template applies until {0}.', inWords(until, locale));
  return null;
}

function describeDay(date: string, known: KnownDays, next: readonly string[] = []): MeetingDay {
  const { options, series, today, locale } = known;
  const there = series.find((minutes) => minutes.date === date);
  const label = inWords(date, locale);
  if (there !== undefined) {
    const description = l10n.t('has minutes: {0}', there.path);
    return { date, label, description, kind: 'held', path: there.path };
  }
  const isExcepted = options.except.includes(date);
  const notes = [
    ...(date === today ? [l10n.t('today')] : []),
    ...(isExcepted
      ? [l10n.t('no meeting: the template’s “except” has it')]
      : placeNotes(date, known, next)),
    ...(date < today ? [l10n.t('in the past')] : []),
  ];
  const description = notes.join(', ');
  return { date, label, description, kind: isExcepted ? 'excepted' : 'free', path: null };
}

/** Returns which of the next meetings a day is, or that it isn’t one of them. */
function placeNotes(
  date: string,
  { options, series, today }: KnownDays,
  next: readonly string[],
): readonly string[] {
  const held = series.flatMap((minutes) => minutes.date ?? []).sort();
  const rhythm = rhythmOf(options, held);
  const place = next.indexOf(date);
  if (place === 0) return nextMeeting[rhythm]();
  if (place === 1 && rhythm !== 'none') return [l10n.t('the one after')];
  if (place > 1 || rhythm !== 'schedule') return [];
  const isScheduled = createNext(options, held, today)(date) === date;
  return isScheduled ? [] : [l10n.t('not a day of the schedule')];
}

const nextMeeting: Readonly<Record<Rhythm, () => readonly string[]>> = {
  schedule: () => [l10n.t('next meeting by the schedule')],
  series: () => [l10n.t('next meeting, as the last ones were')],
  none: () => [],
};

function either(dates: readonly string[], locale: string): string {
  const names = dates.map((date) => inWords(date, locale));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

function inWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

function monthInWords(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
