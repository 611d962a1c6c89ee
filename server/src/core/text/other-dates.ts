import { hasPart, monthNames, nameExpression, numberOfName, weekdayNames } from './date-format.ts';
import { isReal, type PartialDate } from './partial-date.ts';

/** A way to write dates, whatever a template says. */
interface DateForm {
  /** Regular expression without capturing groups. */
  readonly expression: string;
  /** What the numbers and names in such a text are, in order; `a` and `b` are day and month, or month and day. */
  readonly order: string;
}

/**
 * Returns a regular expression for dates that are written in another form than a format's:
 * whole days, and months or days without a year where the format says no more.
 */
export function otherDateExpression(format: string, locale: string): string {
  return `(?:${formsFor(format, locale)
    .map(({ expression }) => expression)
    .join('|')})`;
}

/**
 * Returns the real dates that a text in another form may be: two where day and month are numbers,
 * either may be the month, and the format doesn't say which comes first; none where there is no such day.
 */
export function readOtherDate(
  text: string,
  format: string,
  locale: string,
): readonly PartialDate[] {
  for (const { expression, order } of formsFor(format, locale)) {
    if (!new RegExp(`^${expression}$`, 'iu').test(text)) continue;
    const dates = datesOf(partsIn(text, locale), order, format);
    if (dates.length > 0) return dates;
  }
  return [];
}

function formsFor(format: string, locale: string): readonly DateForm[] {
  const month = `${nameExpression(monthNames(locale))}\\.?`;
  const weekday = `(?:${nameExpression(weekdayNames(locale))}\\.?,?\\s+)?`;
  const year = '[0-9]{4}';
  const number = '[0-9]{1,2}';
  const day = `${number}(?:st|nd|rd|th|\\.)?`;
  const separator = '(?:\\s*[./-]\\s*|\\s+)';
  const gap = '[\\s-]+';
  return [
    { expression: `${weekday}${year}[-/.]${number}[-/.]${number}`, order: 'YMD' },
    { expression: '(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])', order: 'C' },
    { expression: `${weekday}${number}[-/.]${number}[-/.]${year}`, order: 'abY' },
    { expression: `${weekday}${day}(?:${gap}of)?${gap}${month},?${gap}${year}`, order: 'DMY' },
    { expression: `${weekday}${month}${gap}${day},?${gap}${year}`, order: 'MDY' },
    { expression: `${year},?${gap}${month}${gap}${day}`, order: 'YMD' },
    ...(hasPart(format, 'D')
      ? []
      : [
          { expression: `${month},?${gap}${year}`, order: 'MY' },
          { expression: `${year}${gap}${month}`, order: 'YM' },
          { expression: `${year}[-/.]${number}`, order: 'YM' },
          { expression: `${number}[-/.]${year}`, order: 'MY' },
        ]),
    ...(hasPart(format, 'Y')
      ? []
      : [
          { expression: `${weekday}${month}${gap}${day}`, order: 'MD' },
          { expression: `${weekday}${day}(?:${gap}of)?${gap}${month}`, order: 'DM' },
          { expression: `${number}${separator}${number}\\.?`, order: 'ab' },
        ]),
  ];
}

/** Returns the numbers of a text, its months as numbers, without its weekdays. */
function partsIn(text: string, locale: string): readonly number[] {
  const words = new RegExp(`[0-9]+|${nameExpression(monthNames(locale))}`, 'giu');
  const weekday = new RegExp(`^${nameExpression(weekdayNames(locale))}\\.?,?\\s+`, 'iu');
  return [...text.replace(weekday, '').matchAll(words)].flatMap(([word]) => {
    if (/^[0-9]+$/.test(word)) return [Number(word)];
    const month = numberOfName(word, 'month', locale);
    return month === null ? [] : [month + 1];
  });
}

function datesOf(parts: readonly number[], order: string, format: string): readonly PartialDate[] {
  const [first = 0] = parts;
  if (order === 'C') {
    const [year, month, day] = [
      Math.floor(first / 10_000),
      Math.floor(first / 100) % 100,
      first % 100,
    ];
    return [{ year, month, day }].filter(isReal);
  }
  if (!order.startsWith('ab')) return [inOrder(parts, order)].filter(isReal);
  const rest = order.slice(2);
  const [ownOrder, other] = /D.*M/.test(format) ? ['DM', 'MD'] : ['MD', 'DM'];
  const own = [inOrder(parts, ownOrder + rest)].filter(isReal);
  const swapped = [inOrder(parts, other + rest)].filter(isReal);
  const saysOrder = /^(?!YYYY).*M.*D|D.*M/.test(format);
  if (own.length > 0 && (saysOrder || parts[0] === parts[1])) return own;
  return [...own, ...swapped];
}

function inOrder(parts: readonly number[], order: string): PartialDate {
  const at = (letter: string): number | null => parts[order.indexOf(letter)] ?? null;
  return {
    year: order.includes('Y') ? at('Y') : null,
    month: at('M'),
    day: order.includes('D') ? at('D') : null,
  };
}
