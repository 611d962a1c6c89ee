import { isIsoDate } from '../text/calendar-date.ts';

/** A text with the day by which it is due. */
export interface DueText {
  readonly text: string;
  /** ISO date; null where none is named. */
  readonly due: string | null;
}

const due = /[\s,;(]*\b(?:by|due|until)(?: on)?:?\s+(\d{4}-\d{2}-\d{2})\)?[.\s]*$/i;

/** Reads the day after `by`, `due` or `until` at the end of a text. */
export function readDue(text: string): DueText {
  const found = due.exec(text);
  const day = found?.[1];
  if (found === null || day === undefined || !isIsoDate(day)) return { text, due: null };
  return { text: text.slice(0, found.index).trimEnd(), due: day };
}
