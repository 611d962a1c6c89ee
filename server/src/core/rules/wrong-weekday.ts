import * as l10n from '@vscode/l10n';
import { isWithin, verbatimRangesIn } from '../minutes/verbatim-ranges.ts';
import { defaultDateFormat } from '../template/placeholder.ts';
import { placeholdersOf } from '../template/text-pattern.ts';
import type { Template } from '../template/template.ts';
import { dateExpression, formatDate, readDate, tellsDay } from '../text/calendar-date.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds weekdays beside a date that falls on another. */
export const wrongWeekday: PieceRule = {
  id: 'wrong-weekday',
  summary: 'The weekday is not that of the date beside it',
  severity: 'warning',
  docs: `
\`Tuesday 2018-06-27\` was a Wednesday.
Who reads it comes on one of two days.

**Write the weekday** takes that of the date.
It is never part of fix-all, for the date may be what is wrong.
`,
  concerns: /day\b/i,
  checkPiece: ({ text, tree, template }) => {
    const verbatim = verbatimRangesIn(tree);
    return formatsOf(template).flatMap((format) =>
      datesBesideWeekdays(text, format)
        .filter(({ range }) => !isWithin(range.start, verbatim))
        .flatMap((found) => reportDay(found, format)),
    );
  },
};

interface WeekdayBesideDate {
  readonly weekday: string;
  readonly range: OffsetRange;
  readonly date: string;
}

const weekdays = '((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)';

/** ISO dates, and dates as the template's title has them. */
function formatsOf({ sections }: Template): readonly string[] {
  const own = sections.flatMap(({ kind, pattern }) =>
    kind === 'title'
      ? placeholdersOf(pattern.parts).flatMap(({ name, format }) =>
          name === 'date' && format !== null ? [format] : [],
        )
      : [],
  );
  return [...new Set([defaultDateFormat, ...own])].filter(tellsDay);
}

function datesBesideWeekdays(text: string, format: string): readonly WeekdayBesideDate[] {
  const date = `(?<![\\w-])(${dateExpression(format)})(?![\\w-])`;
  const before = new RegExp(`\\b${weekdays},?[ \\t]+(?:the[ \\t]+)?${date}`, 'gi');
  const after = new RegExp(`${date},?[ \\t]+\\(?${weekdays}\\b`, 'gi');
  return [
    ...[...text.matchAll(before)].map(({ 1: weekday = '', 2: written = '', index }) => ({
      weekday,
      date: written,
      range: { start: index, end: index + weekday.length },
    })),
    ...[...text.matchAll(after)].map(({ 0: all, 1: written = '', 2: weekday = '', index }) => ({
      weekday,
      date: written,
      range: { start: index + all.length - weekday.length, end: index + all.length },
    })),
  ];
}

function reportDay({ weekday, date, range }: WeekdayBesideDate, format: string): Report[] {
  const day = readDate(date, format);
  if (day === null) return [];
  const right = formatDate(day, 'dddd');
  if (right.toLowerCase() === weekday.toLowerCase()) return [];
  return [
    {
      message: l10n.t('{0} is a {1}, not a {2}', date, right, weekday),
      range,
      related: [],
      fixes: [
        {
          title: l10n.t('Change the weekday to “{0}”', right),
          safe: false,
          edits: [{ range, text: right }],
        },
      ],
    },
  ];
}
