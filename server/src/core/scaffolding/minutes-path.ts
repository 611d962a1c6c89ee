import { readPathForm } from '../deriving/path-form.ts';
import type { Template } from '../template/template.ts';
import { defaultDateFormat, type Placeholder } from '../template/placeholder.ts';
import { fillPattern, placeholdersOf } from '../template/text-pattern.ts';
import { formatDate } from '../text/calendar-date.ts';
import { english } from '../text/date-names.ts';

/** What a path is made from. */
export interface PathParts {
  readonly date: string;
  /** The number of the meeting, where the series is numbered. */
  readonly number: number | null;
  /** Path of the latest minutes, relative to the template's root; null where there are none. */
  readonly latest: string | null;
}

/**
 * Returns the path of minutes relative to the template's root: name and folder by the template's pattern,
 * else as the latest minutes have them. Null where the template claims no path that can be derived so.
 */
export function minutesPath(template: Template, parts: PathParts): string | null {
  const name = fileNameOf(template, parts);
  if (name === null) return null;
  const ownFolders = name.split('/').length - 1;
  const candidates = foldersOf(template, parts).flatMap((folder) =>
    ownFolders === 0 ? [folder + name] : [folderAbove(folder, ownFolders) + name, folder + name],
  );
  return candidates.find((path) => isPlain(path) && template.claim(path) !== null) ?? null;
}

/** Returns the folder so many levels above one, where the name has these folders itself. */
function folderAbove(folder: string, levels: number): string {
  return folder
    .split('/')
    .slice(0, -1 - levels)
    .map((part) => `${part}/`)
    .join('');
}

/** Returns the folders that new minutes may be in, the likeliest first; each ends with `/`, except the root. */
function foldersOf(
  { options: { files } }: Template,
  { date, latest }: PathParts,
): readonly string[] {
  const fromGlobs = files
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => folderOfGlob(glob, date));
  if (latest === null) return fromGlobs;
  return [folderLike(latest, date), ...fromGlobs];
}

/** Returns the folder of a path with its year, quarter and month as those of a date. */
function folderLike(path: string, date: string): string {
  const form = readPathForm(path).folder.split('/');
  const parts = path.split('/').slice(0, -1);
  return parts
    .map((part, index) => {
      const own = form[index] ?? part;
      if (own === '*') return `${part.charAt(0)}${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;
      if (own.endsWith('*')) return monthLike(part, date);
      return own.replace(/\{date:([^}]*)\}/g, (_, format: string) =>
        formatDate(date, format, english),
      );
    })
    .map((part) => `${part}/`)
    .join('');
}

/** Returns `07-Jul` or `07-July` for a month that is written like one of them. */
function monthLike(part: string, date: string): string {
  const [, separator = '-', name = ''] = /^\d\d([^A-Za-z]*)([A-Za-z]+)$/.exec(part) ?? [];
  const month = formatDate(date, 'MMMM', english);
  return `${date.slice(5, 7)}${separator}${name.length === 3 ? month.slice(0, 3) : month}`;
}

/** Returns the folder that a glob names, with its first free part as the year. */
function folderOfGlob(glob: string, date: string): string {
  const parts = glob.replace(/^\.\//, '').split('/').slice(0, -1);
  return parts
    .flatMap((part) => {
      if (part === '**') return [];
      if (!/[*?[{]/.test(part)) return [part];
      return /^(?:\*|\?{4}|(?:\[0-9\]){4})$/.test(part)
        ? [date.slice(0, 4)]
        : [part.replace(/[*?[\]{}]/g, '')];
    })
    .map((part) => `${part}/`)
    .join('');
}

function fileNameOf(
  { options, name }: Template,
  { date, number, latest }: PathParts,
): string | null {
  const { locale } = options.placeholders;
  const valueOf = (placeholder: Placeholder): string | null =>
    valueIn(placeholder, date, number, locale);
  const known = options.fileNames.find(({ parts }) =>
    placeholdersOf(parts).every((own) => own.optional || valueOf(own) !== null),
  );
  if (known !== undefined) return fillPattern(known.parts, valueOf);
  const form = latest === null ? null : readPathForm(latest).name;
  if (form?.includes('{') === true) {
    return form
      .replace(/\{date(?::([^}]*))?\}/g, (_, format: string | undefined) =>
        formatDate(date, format ?? defaultDateFormat, locale),
      )
      .replace('{number}', String(number ?? 1));
  }
  if (options.fileNames.length > 0) return null;
  return nameByGlob(options.files, date) ?? `${date}-${name}.md`;
}

function valueIn(
  { name, format }: Placeholder,
  date: string,
  number: number | null,
  locale: string,
): string | null {
  if (name === 'date') return formatDate(date, format ?? defaultDateFormat, locale);
  if (name === 'number') return number === null ? null : String(number);
  return name === 'weekday' ? formatDate(date, 'dddd', locale) : null;
}

/** Returns `2018-06-26-weekly.md` for a glob such as `*-weekly.md`. */
function nameByGlob(globs: readonly string[], date: string): string | null {
  const names = globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => glob.split('/').at(-1) ?? '');
  const name = names.find((own) => /^[^*?[{]*\*[^*?[{]*\.md$/i.test(own));
  return name === undefined ? null : name.replace('*', date);
}

/** A path that stays in its folder, whatever a template writes. */
function isPlain(path: string): boolean {
  return (
    !path.includes('\\') &&
    !/[\p{Cc}:*?"<>|{}]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
