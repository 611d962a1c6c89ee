import { matchPath } from '../template/file-name-pattern.ts';
import type { Template } from '../template/template.ts';
import { matchPattern, type Capture } from '../template/text-pattern.ts';

/** Returns the number of a meeting, by its file's name, else by its title; null where the template has none there. */
export function meetingNumber(
  { options, sections }: Template,
  path: string | null,
  title: string | null,
): number | null {
  const named = path === null ? null : matchPath(options.fileNames, path);
  const pattern = sections.find(({ kind }) => kind === 'title')?.pattern ?? null;
  const titled = pattern === null || title === null ? null : matchPattern(pattern, title);
  return numberAmong(named?.captures ?? []) ?? numberAmong(titled ?? []);
}

/** Returns what `{number}` stands for; null where it is not there. */
export function numberAmong(captures: readonly Capture[]): number | null {
  const found = captures.find(({ placeholder }) => placeholder.name === 'number');
  return found === undefined ? null : Number(found.text);
}
