import { isIsoDate } from '../text/calendar-date.ts';
import { groupBy } from '../text/group-by.ts';
import { datePlaceholder } from './dates-in-text.ts';

/** A path as one of a series: what it shares with the others, and the day or number that it alone has. */
export interface PathForm {
  /** The folder, with `{date:…}` for its parts that are years and months, and `*` for quarters; ends with `/` where there is one. */
  readonly folder: string;
  /** The name with `{date:…}` or `{number}` for what varies. */
  readonly name: string;
  /** ISO date; null where the path has no day or month. */
  readonly date: string | null;
  readonly number: number | null;
}

/** Returns what paths with `/` between their parts say; whether days come before months is read from the others of a folder. */
export function readPathForms(paths: readonly string[]): readonly PathForm[] {
  const folders = groupBy(paths, folderOf);
  const dayFirst = new Map([...folders].map(([folder, own]) => [folder, areDayFirst(own)]));
  return paths.map((path) => readPathForm(path, dayFirst.get(folderOf(path)) === true));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Returns whether more names have a day of which the first number can't be the month than one of which the second can't. */
function areDayFirst(paths: readonly string[]): boolean {
  const balance = paths.map((path) => {
    const [, first = '', second = ''] = dayAndMonth.exec(path.slice(folderOf(path).length)) ?? [];
    return Number(Number(first) > 12) - Number(Number(second) > 12);
  });
  return balance.reduce((sum, each) => sum + each, 0) > 0;
}

/** Returns what a path with `/` between its parts says; of two numbers that may be either, the first is the month, or the day. */
export function readPathForm(path: string, dayFirst = false): PathForm {
  const split = path.lastIndexOf('/') + 1;
  const folder = readFolder(path.slice(0, split));
  const name = path.slice(split);
  const dated = readDatedName(name, folder, dayFirst);
  if (dated !== null) return { folder: folder.form, number: null, ...dated };
  const number = /(?<!\d)(\d{1,6})(?=\D*$)/.exec(name);
  if (number === null) return { folder: folder.form, name, date: null, number: null };
  return {
    folder: folder.form,
    name: mask(name, number.index, number[0].length, '{number}'),
    date: null,
    number: Number(number[0]),
  };
}

interface FolderForm {
  readonly form: string;
  readonly year: string | null;
  readonly month: string | null;
}

function readFolder(folder: string): FolderForm {
  let year: string | null = null;
  let month: string | null = null;
  const parts = folder.split('/').map((part) => {
    if (/^(?:19|20)\d\d$/.test(part)) {
      year = part;
      return '{date:YYYY}';
    }
    const both = /^((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])$/.exec(part);
    if (both !== null) {
      [, year = null, month = null] = both;
      return `{date:YYYY${part.charAt(4)}MM}`;
    }
    if (year === null) return part;
    if (/^Q[1-4]$/i.test(part)) return '*';
    const named = /^(0[1-9]|1[0-2])(?:([-_ ])([A-Za-z]{3,9}))?$/.exec(part);
    if (named === null) return part;
    month = named[1] ?? null;
    if (named[3] === undefined) return '{date:MM}';
    return `{date:MM}${named[2] ?? ''}*`;
  });
  return { form: parts.join('/'), year, month };
}

/** Two numbers and a year, of which the first or the second is the month. */
const dayAndMonth = /(?<!\d)(\d\d)-(\d\d)-((?:19|20)\d\d)(?!\d)/;

interface DateOfName {
  readonly expression: RegExp;
  readonly read: (match: RegExpExecArray, folder: FolderForm) => { format: string; date: string };
}

const monthFirst: DateOfName = {
  expression: dayAndMonth,
  read: ([, month = '', day = '', year = '']) => ({
    format: 'MM-DD-YYYY',
    date: `${year}-${month}-${day}`,
  }),
};

const dayBeforeMonth: DateOfName = {
  expression: dayAndMonth,
  read: ([, day = '', month = '', year = '']) => ({
    format: 'DD-MM-YYYY',
    date: `${year}-${month}-${day}`,
  }),
};

/** Month and day, of which the folder says the year. */
const inYear: DateOfName = {
  expression: /(?<![\d.])(\d\d?)([-_])(\d\d?)(?![\d.]*\d)/,
  read: ([, month = '', separator = '', day = ''], { year }) => ({
    format: `MM${separator}DD`,
    date: `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  }),
};

/** What a name may have its date as, from the most specific to the least specific. */
const datesOfNames: readonly DateOfName[] = [
  {
    expression: /(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/,
    read: ([, year = '', separator = '', month = '', day = '']) => ({
      format: ['YYYY', 'MM', 'DD'].join(separator),
      date: `${year}-${month}-${day}`,
    }),
  },
  {
    expression: /(?<!\d)((?:19|20)\d\d)年(\d\d?)月(\d\d?)日/,
    read: ([, year = '', month = '', day = '']) => ({
      format: `YYYY[年]${'M'.repeat(month.length)}[月]${'D'.repeat(day.length)}[日]`,
      date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    }),
  },
  {
    expression: /(?<!\d)(\d\d)\.(\d\d)\.((?:19|20)\d\d)(?!\d)/,
    read: ([, day = '', month = '', year = '']) => ({
      format: 'DD.MM.YYYY',
      date: `${year}-${month}-${day}`,
    }),
  },
  {
    expression: /(?<!\d)((?:19|20)\d\d)([-_.])(\d\d)(?!\d)/,
    read: ([, year = '', separator = '', month = '']) => ({
      format: `YYYY${separator}MM`,
      date: `${year}-${month}-01`,
    }),
  },
  {
    expression: /^(\d\d)([-_.])(\d\d)(?!\d)/,
    read: ([, month = '', separator = '', day = ''], { year }) => ({
      format: `MM${separator}DD`,
      date: `${year ?? ''}-${month}-${day}`,
    }),
  },
  {
    expression: /^(\d\d)(?!\d)/,
    read: ([, day = ''], { year, month }) => ({
      format: 'DD',
      date: `${year ?? ''}-${month ?? ''}-${day}`,
    }),
  },
];

function readDatedName(
  name: string,
  folder: FolderForm,
  dayFirst: boolean,
): Pick<PathForm, 'name' | 'date'> | null {
  const ofFolder = folder.year === null ? [] : [inYear];
  const [whole, ...others] = datesOfNames;
  const numbers = dayFirst ? [dayBeforeMonth, monthFirst] : [monthFirst, dayBeforeMonth];
  const all = [...(whole === undefined ? [] : [whole]), ...numbers, ...others, ...ofFolder];
  for (const { expression, read } of all) {
    const match = expression.exec(name);
    if (match === null) continue;
    const { format, date } = read(match, folder);
    if (!isIsoDate(date)) continue;
    return { name: mask(name, match.index, match[0].length, datePlaceholder(format)), date };
  }
  return null;
}

function mask(text: string, start: number, length: number, placeholder: string): string {
  return text.slice(0, start) + placeholder + text.slice(start + length);
}
