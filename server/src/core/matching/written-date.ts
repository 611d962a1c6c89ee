import { defaultDateFormat, isDate } from '../template/placeholder.ts';
import type { Template } from '../template/template.ts';
import { matchPattern, type Capture, type TextPattern } from '../template/text-pattern.ts';
import { cachedByText, cachedByObject } from '../text/cached.ts';
import { readDateIn, type DateReading } from '../text/date-reading.ts';

/** A date as minutes write it. */
export interface WrittenDate extends DateReading {
  /** The placeholder that it stands for: the meeting's `date`, or another `day`. */
  readonly name: string;
  readonly text: string;
  /** The format that the template wants. */
  readonly format: string;
  /** Offset of the text in what was read. */
  readonly start: number;
}

/** Returns the dates that a text of the pattern has, in order; none where it doesn't match. */
export function writtenDates(
  pattern: TextPattern,
  text: string,
  template: Template,
): readonly WrittenDate[] {
  return datesByText(template)(pattern)(text).dates;
}

/** A title is asked for its date at each key. */
const datesByText = cachedByObject((template: Template) =>
  cachedByObject((pattern: TextPattern) =>
    cachedByText((text) => ({ dates: datesOf(matchPattern(pattern, text) ?? [], template) })),
  ),
);

/** Returns the dates among what placeholders stand for. */
export function datesOf(
  captures: readonly Capture[],
  { options: { placeholders } }: Template,
): readonly WrittenDate[] {
  return captures.flatMap(({ placeholder: { name, format }, text, start }) =>
    isDate(name) && !Object.hasOwn(placeholders.own, name)
      ? [writtenDate(name, text, format ?? defaultDateFormat, start, placeholders.locale)]
      : [],
  );
}

/** Returns what a text says that is to be a date in the format. */
export function writtenDate(
  name: string,
  text: string,
  format: string,
  start: number,
  locale: string,
): WrittenDate {
  return { ...readDateIn(text, format, locale), name, text, format, start };
}
