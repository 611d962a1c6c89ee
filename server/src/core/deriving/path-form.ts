import { isIsoDate } from '../text/calendar-date.ts';
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

/** Returns what a path with `/` between its parts says. */
export function readPathForm(path: string): PathForm {
  const split = path.lastIndexOf('/') + 1;
  const folder = readFolder(path.slice(0, split));
  const name = path.slice(split);
  const dated = readDatedName(name, folder);
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

/** What a name may begin its date with, from the most specific to the least specific. */
const datesOfNames: readonly {
  readonly expression: RegExp;
  readonly read: (match: RegExpExecArray, folder: FolderForm) => { format: string; date: string };
}[] = [
  {
    expression: /(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/,
    read: ([, year = '', separator = '', month = '', day = '']) => ({
      format: ['YYYY', 'MM', 'DD'].join(separator),
      date: `${year}-${month}-${day}`,
    }),
  },
  {
    expression: /(?<!\d)(\d\d)-(\d\d)-((?:19|20)\d\d)(?!\d)/,
    read: ([, month = '', day = '', year = '']) => ({
      format: 'MM-DD-YYYY',
      date: `${year}-${month}-${day}`,
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

function readDatedName(name: string, folder: FolderForm): Pick<PathForm, 'name' | 'date'> | null {
  for (const { expression, read } of datesOfNames) {
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
