/** What one person wrote or said at once; what a program noted has no speaker. */
export interface Message {
  readonly speaker: string | null;
  readonly lines: readonly string[];
}

const zone = '(?:Z|[+-]\\d{2}:?\\d{2})?';
const time = `\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\.\\d{1,3})?${zone}(?:[ \\u202F]?[AaPp]\\.?[Mm]\\.?)?`;
const day = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2}\\.? [A-Za-z]{3,9}\\.? \\d{4}';

/** The source of a pattern that fits the time of a message, with or without its day. */
export const stamp = `(?:(?:${day}),?[T ]+)?${time}(?:, ?(?:${day}))?`;

const timeAlone = new RegExp(`^[ \\t]*\\[?${stamp}\\]?[ \\t]*$`);

/** Returns whether a line has nothing but a time. */
export function isTimeAlone(line: string): boolean {
  return timeAlone.test(line);
}

/** Returns whether one of the times is of a minute at which no point of an agenda begins. */
export function haveOddTimes(times: readonly string[]): boolean {
  return times.some((each) => !/[:.]\d[05](?!.*[:.]\d)/.test(each));
}
