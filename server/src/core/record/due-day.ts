import { cachedByText } from '../text/cached.ts';
import { isIsoDate } from '../text/calendar-date.ts';
import { isWholeDay } from '../text/partial-date.ts';
import { readDay } from '../text/read-day.ts';

/** A text with the day by which it is due. */
export interface DueText {
  readonly text: string;
  /** ISO date; null where none is named. */
  readonly due: string | null;
}

/** Reads the day by which a text says at its end that it is due. */
export type DueReader = (text: string) => DueText;

/** What a text ends with that may be a day by which something is due. */
const due =
  /(?:^|[\s,;:([–—-]+)(?:by|due|until|before|deadline|bis(?: zum)?|fällig|avant|d[’']ici|échéance)(?: (?:on|by|date|am|le|au))?:?\s+([^\s()[\]][^()[\]]{2,39}?)[)\]]?[.\s]*$/iu;

/**
 * Returns what reads the days of minutes of an ISO date, in a language: whole days in any form,
 * and, where the minutes have a day, days without a year, weekdays and “tomorrow”, each the next such day.
 */
export function dueReader(meeting: string | null, locale: string): DueReader {
  const today = meeting !== null && isWholeDay(meeting) ? meeting : null;
  return (text) => {
    const found = due.exec(text);
    const written = found?.[1];
    if (found === null || written === undefined) return { text, due: null };
    const day = isIsoDate(written)
      ? written
      : wordedDay(`${today ?? ''}\n${locale}\n${written}`).day;
    return day === null
      ? { text, due: null }
      : { text: text.slice(0, found.index).trimEnd(), due: day };
  };
}

/** Cached, because days are few, and their forms many. */
const wordedDay = cachedByText((key): { readonly day: string | null } => {
  const [today = '', locale = '', written = ''] = key.split('\n', 3);
  if (today === '' && !/\d{4}/.test(written)) return { day: null };
  const read = readDay(written, today === '' ? '0001-01-01' : today, locale);
  return { day: read.kind === 'day' ? read.date : null };
});
