import * as l10n from '@vscode/l10n';
import { minutesBefore } from '../../meetings/series.ts';
import { isoFileDate } from '../../matching/file-date.ts';
import { defaultDateFormat } from '../../template/placeholder.ts';
import { fillPattern, placeholdersOf } from '../../template/text-pattern.ts';
import { dayAfter, formatDate } from '../../text/calendar-date.ts';
import { isWholeDay } from '../../text/partial-date.ts';
import { readRecurrence } from '../../text/recurrence.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers, in the title, the meeting's date: the file name's, the next by the schedule, today. */
export function completeTitle(place: CompletionPlace): readonly Completion[] {
  const { template, typed, rest, offset, line, minutes } = place;
  const title = template.sections.find(({ kind }) => kind === 'title');
  const first = minutes.headings[0];
  const isTitle =
    new RegExp(`^#{${String(title?.depth ?? 1)}}(?:[ \\t]|$)`).test(typed) &&
    (first === undefined || first.range.start >= line.start);
  const date = placeholdersOf(title?.pattern.parts ?? []).find(({ name }) => name === 'date');
  if (title === undefined || date === undefined || !isTitle || rest.trim() !== '') return [];
  const own = typed.replace(/^#+[ \t]*/, '');
  const marker = '#'.repeat(title.depth);
  const { locale } = template.options.placeholders;
  return datesOf(place).map(({ day, detail }) => {
    const text = fillPattern(title.pattern.parts, ({ name, format }) => {
      if (name === 'date') return formatDate(day, format ?? defaultDateFormat, locale);
      if (name === 'weekday') return formatDate(day, 'dddd', locale);
      return name === 'text' ? wordsBefore(own) : null;
    });
    const formatted = formatDate(day, date.format ?? defaultDateFormat, locale);
    return {
      kind: 'date',
      label: `${marker} ${text}`,
      detail: detail === '' ? formatted : `${formatted}, ${detail}`,
      help: title.help,
      range: { start: line.start, end: offset },
      text: `${marker} ${text}`,
      snippet: null,
    };
  });
}

function wordsBefore(own: string): string | null {
  const words = own.replace(/[\s\d-]+$/, '').trim();
  return words === '' ? null : words;
}

function datesOf({
  template,
  fileName,
  today,
  history,
}: CompletionPlace): { day: string; detail: string }[] {
  const { options } = template;
  const said = fileName === null ? null : isoFileDate(fileName, template);
  const named = said !== null && isWholeDay(said) ? said : null;
  const last = minutesBefore(history.series, '9999-12-31').at(-1)?.date ?? null;
  const anchor = options.from ?? history.began ?? today;
  const after = last !== null && last >= today ? dayAfter(last) : today;
  const next =
    options.schedule === null
      ? null
      : (readRecurrence(options.schedule, anchor)?.firstFrom(after) ?? null);
  const dates = [
    ...(named === null ? [] : [{ day: named, detail: l10n.t('from the file name') }]),
    ...(next === null ? [] : [{ day: next, detail: l10n.t('next scheduled meeting') }]),
    { day: today, detail: l10n.t('today') },
  ];
  return dates.filter(({ day }, index) => dates.findIndex((each) => each.day === day) === index);
}
