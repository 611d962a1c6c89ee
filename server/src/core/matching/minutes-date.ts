import type { Minutes } from '../minutes/read-minutes.ts';
import type { Template } from '../template/template.ts';
import {
  addUp,
  agree,
  firstDayOf,
  isoOf,
  isWholeDay,
  type PartialDate,
} from '../text/partial-date.ts';
import { datesIn, type DatedText, type PlacedDate } from './dates-in-minutes.ts';
import { fileDate } from './file-date.ts';

/**
 * Returns what minutes say of their day, an ISO date or month: the file's name with its folders first,
 * then what is in the text, the most trusted first; null where nothing says as much.
 */
export function readStatedDate(
  template: Template,
  path: string | null,
  text: DatedText,
  dates: () => readonly PlacedDate[] = () => datesIn(text, template),
): string | null {
  const named = path === null ? null : (fileDate(path, template)?.date ?? null);
  const whole = named === null ? null : isoOf(named);
  if (whole !== null && isWholeDay(whole)) return whole;
  let statedDate: PartialDate = named ?? { year: null, month: null, day: null };
  for (const { date } of dates()) {
    if (date !== null && agree(statedDate, date)) statedDate = addUp(statedDate, date);
  }
  return statedDate.month === null ? null : isoOf(statedDate);
}

/** Returns the ISO date of minutes, the first day of a month where they say no more; null where they say less. */
export function minutesDate(
  template: Template,
  path: string | null,
  text: DatedText,
): string | null {
  const statedDate = readStatedDate(template, path, text);
  return statedDate === null ? null : firstDayOf(statedDate);
}

/** Returns the ISO date of minutes that are read. */
export function dateOf(minutes: Minutes, template: Template, path: string | null): string | null {
  return minutesDate(template, path, datedText(minutes));
}

/** Returns minutes that are read as what dates are looked for in. */
export function datedText(minutes: Minutes): DatedText {
  return { headings: () => minutes.headings, minutes: () => minutes };
}
