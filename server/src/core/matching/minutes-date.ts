import type { Minutes } from '../minutes/read-minutes.ts';
import { readDate, tellsDay } from '../text/calendar-date.ts';
import { defaultDateFormat } from '../template/placeholder.ts';
import type { Template } from '../template/template.ts';
import { matchPattern, type TextPattern } from '../template/text-pattern.ts';

/** A date as minutes write it, in their title or file name. */
export interface WrittenDate {
  /** ISO date; null where there is no such day. */
  readonly date: string | null;
  readonly text: string;
  readonly format: string;
  /** The format tells one day; else the date is the first day of what it tells. */
  readonly exact: boolean;
  /** Offset of the text in what was read. */
  readonly start: number;
}

/** Returns the date that a text of the pattern tells, or null where the pattern has none or doesn't match. */
export function dateIn(pattern: TextPattern, text: string): WrittenDate | null {
  const capture = matchPattern(pattern, text)?.find(
    ({ placeholder }) => placeholder.name === 'date',
  );
  if (capture === undefined) return null;
  const format = capture.placeholder.format ?? defaultDateFormat;
  return written(capture.text, format, capture.start);
}

/** Returns the date of a file name, by the template's pattern, else as an ISO or US date anywhere in it. */
export function fileNameDate(fileName: string, pattern: TextPattern | null): WrittenDate | null {
  const own = pattern === null ? null : dateIn(pattern, fileName);
  return (
    own ??
    looseDate(fileName, /\d{4}-\d{2}-\d{2}/, 'YYYY-MM-DD') ??
    looseDate(fileName, /\d{2}-\d{2}-\d{4}/, 'MM-DD-YYYY')
  );
}

/** Returns the ISO date of minutes: the file name's, else the title's; null where neither tells one. */
export function minutesDate(
  template: Template,
  fileName: string | null,
  title: string | null,
): string | null {
  const named = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
  if (named?.date && named.exact) return named.date;
  const section = template.sections.find(({ kind }) => kind === 'title');
  if (section === undefined || title === null) return null;
  const titled = dateIn(section.pattern, title);
  return titled?.exact === true ? titled.date : null;
}

/** Returns the ISO date of minutes that are read. */
export function dateOf(
  { headings }: Pick<Minutes, 'headings'>,
  template: Template,
  fileName: string | null,
): string | null {
  const title = headings.find(({ depth }) => depth === 1)?.text ?? null;
  return minutesDate(template, fileName, title);
}

function looseDate(text: string, expression: RegExp, format: string): WrittenDate | null {
  const match = expression.exec(text);
  if (match === null) return null;
  return written(match[0], format, match.index);
}

function written(text: string, format: string, start: number): WrittenDate {
  return { date: readDate(text, format), text, format, exact: tellsDay(format), start };
}
