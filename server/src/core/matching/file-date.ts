import { matchPath } from '../template/file-name-pattern.ts';
import type { Template } from '../template/template.ts';
import { cachedByObject, cachedByText } from '../text/cached.ts';
import { formatDate } from '../text/calendar-date.ts';
import { addUp, isReal, isoOf, isWholeDay, type PartialDate } from '../text/partial-date.ts';
import { datesOf, writtenDate, type WrittenDate } from './written-date.ts';

/** The date that the name of a file says, with its folders where the template's pattern has some. */
export interface FileDate {
  /** Null where there is no such day. */
  readonly date: PartialDate | null;
  /** The parts of the path that say it. */
  readonly text: string;
  /** Returns the name, without folder, of a file for another ISO date; null where its folder would be another, too. */
  readonly nameFor: (isoDate: string) => string | null;
}

/** Returns the date of a path, by the template's patterns, else as an ISO or US date anywhere in the file's name; null where it may be two. */
export function fileDate(path: string, template: Template): FileDate | null {
  return datesByPath(template)(path);
}

/** The claim, the rules and the place in the series ask for the same few paths. */
const datesByPath = cachedByObject((template: Template) =>
  cachedByText((path) => readFileDate(path, template), mostPaths),
);

const mostPaths = 100;

function readFileDate(path: string, template: Template): FileDate | null {
  const matched = matchPath(template.options.fileNames, path);
  const own =
    matched === null
      ? []
      : datesOf(matched.captures, template).filter(({ name }) => name === 'date');
  if (matched === null || own.length === 0) return looseFileDate(path, template);
  if (own.some(({ date, impossible }) => date === null && !impossible)) return null;
  return { ...together(own), nameFor: nameFor(path, matched.text, own, template) };
}

/** Returns the name of the file without its folders. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function looseFileDate(path: string, template: Template): FileDate | null {
  const name = baseName(path);
  const found = loose.flatMap(({ expression, format }): WrittenDate[] => {
    const match = expression.exec(name);
    const { locale } = template.options.placeholders;
    return match === null ? [] : [writtenDate('date', match[0], format, match.index, locale)];
  });
  const [first] = found;
  return first === undefined
    ? null
    : { ...together([first]), nameFor: nameFor(path, name, [first], template) };
}

const loose = [
  { expression: /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/, format: 'YYYY-MM-DD' },
  { expression: /(?<!\d)\d{2}-\d{2}-\d{4}(?!\d)/, format: 'MM-DD-YYYY' },
];

/** Adds up what the parts of a path say; a day that doesn't exist, such as 02-30, is left out. */
function together(dates: readonly WrittenDate[]): Pick<FileDate, 'date' | 'text'> {
  const said = dates.flatMap(({ date }) => date ?? []);
  const sum = said.reduce(addUp, { year: null, month: null, day: null });
  const real = said.length === dates.length && isReal(sum);
  return { date: real ? sum : null, text: dates.map(({ text }) => text).join('/') };
}

function nameFor(
  path: string,
  compared: string,
  dates: readonly WrittenDate[],
  template: Template,
): FileDate['nameFor'] {
  return (isoDate) => {
    if (!isWholeDay(isoDate)) return null;
    let renamed = '';
    let end = 0;
    for (const { text, start, format } of dates) {
      renamed +=
        compared.slice(end, start) +
        formatDate(isoDate, format, template.options.placeholders.locale);
      end = start + text.length;
    }
    renamed += compared.slice(end);
    const folders = compared.split('/').slice(0, -1).join('/');
    const changesFolder = renamed.split('/').slice(0, -1).join('/') !== folders;
    return changesFolder || !path.endsWith(compared) ? null : baseName(renamed);
  };
}

/** Returns the ISO date, month or year that a path says; null where it says none. */
export function isoFileDate(path: string, template: Template): string | null {
  const date = fileDate(path, template)?.date ?? null;
  return date === null ? null : isoOf(date);
}
