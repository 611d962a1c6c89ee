import * as l10n from '@vscode/l10n';
import { minutesOn } from '../meetings/series.ts';
import { wrongYearOf } from '../meetings/wrong-year.ts';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import { fileDate, type FileDate } from '../matching/file-date.ts';
import { formatDate, formatKnown, yearAfterJanuary } from '../text/calendar-date.ts';
import { addUp, agree, isoOf, isWholeDay, type PartialDate } from '../text/partial-date.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { recurrenceOf } from './off-schedule.ts';
import { changeOfDate } from './shared/change-of-date.ts';
import { datePlace } from './shared/date-place.ts';

/** Finds a title whose date is not the file name’s, and minutes with the date of others. */
export const dateMismatch: MinutesRule = {
  id: 'date-mismatch',
  summary: 'The text and the file name have different dates, or other minutes have the same date',
  severity: 'warning',
  yieldsTo: ['invalid-date'],
  whenCancelled: true,
  isEvidence: true,
  docs: {
    finds: `
Reported are:

- dates in the title, headings, fields and lines of the template that differ from the date in the file name; if one of them is last year’s, or the date of other minutes in the series, the message says so;
- a file name whose date differs from the same date in several places of the text, unless that is so in at least half of the minutes around them, whose names then have another day, such as that of the publication;
- minutes of January that are dated a year too early everywhere, if the series has a gap a year later;
- two minutes of a series with the same date, as a hint.
`,
    why: `
Minutes are often begun as a copy of the last ones, and the copy keeps the old date.
In January, people write last year’s number.
`,
    repair: `
**Change the date** or **Rename the file**: only people know which of the two is right.
**Change the year** writes the next year everywhere.
`,
    examples: `
~~~template.md
---
file-name: "{date}-weekly.md"
---

# Weekly {date}
~~~

~~~2018-06-26-weekly.md
# Weekly 2018-06-19
         ^^^^^^^^^^ date-mismatch: The title says 2018-06-19, the file name 2018-06-26 [unsafe fix: Change the title’s date to 2018-06-26] [unsafe fix: Rename the file to “2018-06-19-weekly.md”]
~~~
`,
  },
  fixes: [
    { title: 'Change', safe: false },
    { title: 'Rename the file to', safe: false },
  ],
  check: (context) => {
    const { fileName, template } = context;
    const file = fileName === null ? null : fileDate(fileName, template);
    const dates = context.dates().filter(isKnown);
    if (file?.date === undefined || file.date === null)
      return [...betweenTexts(dates, context), ...reportTwin(context)];
    const against = dates.filter(({ date }) => !agree(date, file.date ?? date));
    const [first, second] = against;
    if (first === undefined) {
      const wrongYear = reportWrongYear(dates, file, context);
      return wrongYear.length > 0 ? wrongYear : reportTwin(context);
    }
    const agreeing = against.filter(({ date }) => agree(date, first.date));
    return second !== undefined && agreeing.length === against.length
      ? [reportFile(first, against, file, context)]
      : against.map((placed) => reportDate(placed, file, context));
  },
};

/** A date that the calendar has. */
type KnownDate = PlacedDate & { readonly date: PartialDate };

function isKnown(placed: PlacedDate): placed is KnownDate {
  return placed.date !== null;
}

/** Reports one date of the text that is another than the file name's. */
function reportDate(placed: KnownDate, file: FileDate, context: RuleContext): Report {
  const said = isoOf(withYear(placed.date, file));
  const named = file.date === null ? null : isoOf(file.date);
  const isPair = said !== null && named !== null && isWholeDay(said) && isWholeDay(named);
  const text = isPair ? described(placed.text, said, named, context) : placed.text;
  const name = isPair ? described(file.text, named, said, context) : file.text;
  return {
    message: messageOf(placed, text, name),
    range: placed.range(),
    related: [],
    fixes: [...changes([placed], named, context), ...renaming(said, file)],
  };
}

/** A text without a year is of the file's. */
function withYear(date: PartialDate, file: FileDate): PartialDate {
  return { ...date, year: date.year ?? file.date?.year ?? null };
}

/** Reports a file whose name has another date than the text has in several places. */
function reportFile(
  first: KnownDate,
  against: readonly KnownDate[],
  file: FileDate,
  context: RuleContext,
): Report {
  const named = file.date === null ? null : isoOf(file.date);
  const sum = against.reduce((all, { date }) => addUp(all, date), first.date);
  const said = withYear(sum, file);
  const end = /[\r\n]|$/.exec(context.minutes.text)?.index ?? 0;
  return {
    message: l10n.t(
      'The file name says {0}, the text {1} in {2} places',
      file.text,
      first.text,
      String(against.length),
    ),
    range: { start: 0, end },
    related: against.map((placed) => ({
      document: 'minutes',
      range: placed.range(),
      message: l10n.t('The text says {0} here', placed.text),
    })),
    fixes: [...renaming(isoOf(said), file), ...changes(against, named, context)],
    // Where the names of most files have another day, it is that of something else, such as the publication.
    departure: { line: 0, way: 'file-date', instead: '' },
  };
}

/** Reports dates that are others than the most trusted one, where the file name says none. */
function betweenTexts([first, ...others]: readonly KnownDate[], context: RuleContext): Report[] {
  if (first === undefined) return [];
  const trusted = isoOf(first.date);
  return others
    .filter(({ date }) => !agree(date, first.date))
    .map((placed) => ({
      message: l10n.t('The date is {0} here, and {1} above', placed.text, first.text),
      range: placed.range(),
      related: [
        {
          document: 'minutes',
          range: first.range(),
          message: l10n.t('The text says {0} here', first.text),
        },
      ],
      fixes: changes([placed], trusted, context),
    }));
}

function messageOf({ place, label }: PlacedDate, text: string, file: string): string {
  if (place === 'title') return l10n.t('The title says {0}, the file name {1}', text, file);
  if (place === 'heading') return l10n.t('The heading says {0}, the file name {1}', text, file);
  return label === null
    ? l10n.t('The text says {0}, the file name {1}', text, file)
    : l10n.t('“{0}” says {1}, the file name {2}', label, text, file);
}

/** Returns the repair that writes an ISO date in places of the text; none where it says too little for one of them. */
function changes(
  dates: readonly KnownDate[],
  iso: string | null,
  { template }: RuleContext,
): readonly Fix[] {
  const { locale } = template.options.placeholders;
  const written = dates.flatMap((placed) => {
    const text = iso === null ? null : formatKnown(iso, placed.format, locale);
    return text === null ? [] : [{ placed, text }];
  });
  const [first, second] = written;
  if (first === undefined || written.length < dates.length) return [];
  if (second === undefined) return [changeOfDate(first.placed, first.text)];
  return [
    {
      title: l10n.t('Change the dates in the text to {0}', first.text),
      safe: false,
      edits: written.map(({ placed, text }) => ({ range: placed.range(), text })),
    },
  ];
}

function renaming(iso: string | null, file: FileDate): readonly Fix[] {
  const fileName = iso === null ? null : file.nameFor(iso);
  if (fileName === null) return [];
  return [
    { title: l10n.t('Rename the file to “{0}”', fileName), safe: false, edits: [], fileName },
  ];
}

/** Reports minutes of January that title and file name date a year too early. */
function reportWrongYear(
  dates: readonly KnownDate[],
  file: FileDate,
  context: RuleContext,
): readonly Report[] {
  const { date, history, template } = context;
  const later = date === null ? null : yearAfterJanuary(date);
  const [first] = dates;
  const isDay = dates.every((placed) => isWholeDay(isoOf(placed.date) ?? ''));
  if (date === null || later === null || first === undefined || !isDay) return [];
  const days = recurrenceOf(context, later);
  const reason = wrongYearOf(date, history, days && ((day) => days.holdsOn(day)));
  const fileName = file.nameFor(later);
  if (reason === null || fileName === null) return [];
  const { locale } = template.options.placeholders;
  return [
    {
      ...(reason === 'taken' && { severity: 'hint' as const }),
      message:
        reason === 'taken'
          ? l10n.t('Other minutes have the date {0} too; the series has a gap on {1}', date, later)
          : l10n.t(
              '{0} is probably a slip for {1}: the group meets only on the later day, and the series has a gap there',
              date,
              later,
            ),
      range: first.range(),
      related: [],
      fixes: [
        {
          title: l10n.t('Change the year to {0} in the title and the file name', later.slice(0, 4)),
          safe: false,
          edits: dates.map((placed) => ({
            range: placed.range(),
            text: formatDate(later, placed.format, locale),
          })),
          fileName,
        },
      ],
    },
  ];
}

/** Returns a text that says an ISO date, with what makes it look wrong beside another one. */
function described(text: string, date: string, other: string, { history }: RuleContext): string {
  if (minutesOn(history.series, date).length > 0) {
    return l10n.t('{0} (the date of other minutes)', text);
  }
  const isLastYear =
    date.slice(4) === other.slice(4) && Number(date.slice(0, 4)) + 1 === Number(other.slice(0, 4));
  return isLastYear ? l10n.t('{0} (last year)', text) : text;
}

/** Reports minutes whose date others of the series have, too. */
function reportTwin(context: RuleContext): readonly Report[] {
  const { date, statedDate, minutes, history, template } = context;
  const [heading] = minutes.headings;
  // Many meetings in a file may be on one day, if what follows in their headings differs.
  const isOfMany = template.sections.some(({ meeting }) => meeting);
  const [twin] = (
    date === null || date !== statedDate ? [] : minutesOn(history.series, date)
  ).filter(({ title }) => !isOfMany || title === heading?.text);
  if (twin === undefined || heading === undefined) return [];
  const name = isOfMany ? heading.text : twin.id.slice(twin.id.lastIndexOf('/') + 1);
  return [
    {
      severity: 'hint',
      message: l10n.t('{0} has the same date, {1}', name, String(date)),
      range: datePlace(context),
      related: [],
      fixes: [],
    },
  ];
}
