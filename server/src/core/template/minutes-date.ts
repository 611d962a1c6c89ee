import { readDate } from '../text/calendar-date.ts';
import { defaultDateFormat } from './placeholder.ts';
import type { Template } from './template.ts';
import { matchPattern, type TextPattern } from './text-pattern.ts';

/** A date as minutes write it, in their title or file name. */
export interface WrittenDate {
  /** ISO date; null where there is no such day. */
  readonly date: string | null;
  readonly text: string;
  readonly format: string;
  /** Offset of the text in what was read. */
  readonly start: number;
}

/** Returns the date that a text of the pattern tells, or null where the pattern has none or doesn't match. */
export function dateIn(pattern: TextPattern, text: string): WrittenDate | null {
  const capture = matchPattern(pattern, text)?.find(({ placeholder }) => placeholder.name === 'date');
  if (capture === undefined) return null;
  const format = capture.placeholder.format ?? defaultDateFormat;
  return { date: readDate(capture.text, format), text: capture.text, format, start: capture.start };
}

/** Returns the date of a file name, by the template's pattern, else as an ISO or US date anywhere in it. */
export function fileNameDate(fileName: string, pattern: TextPattern | null): WrittenDate | null {
  const own = pattern === null ? null : dateIn(pattern, fileName);
  return own ?? looseDate(fileName, /\d{4}-\d{2}-\d{2}/, 'YYYY-MM-DD') ?? looseDate(fileName, /\d{2}-\d{2}-\d{4}/, 'MM-DD-YYYY');
}

/** Returns the ISO date of minutes: the file name's, else the title's; null where neither tells one. */
export function minutesDate(
  template: Template,
  fileName: string | null,
  title: string | null,
): string | null {
  const named = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
  if (named?.date) return named.date;
  const section = template.sections.find(({ kind }) => kind === 'title');
  return section === undefined || title === null ? null : (dateIn(section.pattern, title)?.date ?? null);
}

function looseDate(text: string, expression: RegExp, format: string): WrittenDate | null {
  const match = expression.exec(text);
  if (match === null) return null;
  return { date: readDate(match[0], format), text: match[0], format, start: match.index };
}
