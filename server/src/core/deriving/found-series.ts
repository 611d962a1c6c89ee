import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { buildOutline, type Section } from '../minutes/outline.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { compareStrings } from '../text/compare-strings.ts';
import { groupBy } from '../text/group-by.ts';
import { readPathForms, type PathForm } from './path-form.ts';

/** A Markdown file of a folder. */
export interface FolderFile {
  /** Path relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** A file that may be minutes of a series. */
export interface SeriesFile extends FolderFile {
  readonly form: PathForm;
  readonly minutes: Minutes;
  /** The topmost sections, by the levels as they are written. */
  readonly outline: readonly Section[];
}

/** Files that are named alike, each after its day or number. */
export interface FoundSeries {
  /** A word for the series that can be a file's name. */
  readonly name: string;
  readonly form: PathForm;
  /** The earliest first. */
  readonly files: readonly SeriesFile[];
}

/** What a folder holds. */
export interface FoundFiles {
  readonly series: readonly FoundSeries[];
  /** Files that are named like no others. */
  readonly others: readonly FolderFile[];
}

const fewest = 3;

/** Returns the series among the files of a folder, those with the latest minutes first. */
export function findSeries(files: readonly FolderFile[], folderName: string): FoundFiles {
  const forms = readPathForms(files.map(({ path }) => path));
  const read = files.flatMap((file, index) => {
    const form = forms[index];
    return form === undefined ? [] : [{ ...file, form }];
  });
  const named = read.filter(
    ({ path, text, form }) =>
      !/(?:^|\/)readme\b/i.test(path) &&
      text.trim() !== '' &&
      (form.date !== null || form.number !== null),
  );
  const groups = [...groupBy(named, ({ form }) => form.folder + form.name).values()].filter(
    (group) => group.length >= fewest,
  );
  const taken = new Set(groups.flat());
  const names = new Set<string>();
  const series = groups
    .map((group) => [...group].sort(byTime))
    .sort((a, b) => compareStrings(b.at(-1)?.form.date ?? '', a.at(-1)?.form.date ?? ''))
    .flatMap((group): FoundSeries[] => {
      const form = group.at(-1)?.form;
      if (form === undefined) return [];
      const name = freeName(nameOf(form, folderName), names);
      names.add(name);
      return [{ name, form, files: group.map(readFile) }];
    });
  return { series, others: read.filter((file) => !taken.has(file)) };
}

function readFile(file: FolderFile & { readonly form: PathForm }): SeriesFile {
  const minutes = readMinutes(parseMarkdown(file.text));
  const headings = minutes.headings.map((heading) => ({ heading, depth: heading.depth }));
  return { ...file, minutes, outline: buildOutline(headings, file.text.length) };
}

/** Names that say nothing about a group. */
const generic =
  /^(?:meetings?|minutes|notes?|meeting-?(?:notes|minutes)|docs?|agendas?|updates?)$/i;

/** Returns what the name says besides its date, else the nearest folder that is called after something. */
function nameOf({ folder, name }: PathForm, folderName: string): string {
  const own = slug(name.replace(/\.md$/i, '').replace(/\{[^}]*\}/g, ' '));
  if (own !== '' && !generic.test(own)) return own;
  const folders = [folderName, ...folder.split('/')].map((part) =>
    slug(part.replace(/[{*].*/, '')),
  );
  return (
    folders.findLast((part) => part !== '' && !generic.test(part)) ??
    folders.findLast((part) => part !== '') ??
    'minutes'
  );
}

function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function byTime(a: { readonly form: PathForm; readonly path: string }, b: typeof a): number {
  return (
    compareStrings(a.form.date ?? '', b.form.date ?? '') ||
    (a.form.number ?? 0) - (b.form.number ?? 0) ||
    compareStrings(a.path, b.path)
  );
}
