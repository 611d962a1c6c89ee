import { formatDate } from '../text/calendar-date.ts';
import { splitLines } from '../text/split-lines.ts';
import { defaultDateFormat, placeholdersIn } from '../template/placeholder.ts';

/** What names the meeting after this one. */
const nextMeeting =
  /next (?:meeting|call|session)|(?:nächste[rs]?|kommende[rs]?) (?:treffen|sitzung|termin|besprechung)|prochaine? (?:réunion|rencontre|séance)|次回/iu;

/** Returns whether a heading or a line is about the next meeting. */
export function isOfNextMeeting(text: string): boolean {
  return nextMeeting.test(text);
}

/**
 * Returns a text with the day of the next meeting, an ISO date, for the first `{day}` of each line that is about it;
 * of every line where `isAbout` says that all of the text is.
 */
export function withNextDay(text: string, day: string, locale: string, isAbout: boolean): string {
  return splitLines(text)
    .map((line) => (isAbout || isOfNextMeeting(line) ? fillDay(line, day, locale) : line))
    .join('\n');
}

function fillDay(line: string, day: string, locale: string): string {
  const found = placeholdersIn(line).find(({ placeholder }) => placeholder.name === 'day');
  if (found === undefined) return line;
  const { placeholder, start, end } = found;
  const written = formatDate(day, placeholder.format ?? defaultDateFormat, locale);
  return line.slice(0, start) + written + line.slice(end);
}
