import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTranslations, type Translations } from '../protocol/translations.ts';

/** Returns what reads the translations that were installed with a program, for a BCP 47 tag or a language that it begins with. */
export function createTranslations(
  program: string | undefined,
): (locale: string) => Translations | null {
  if (program === undefined) return () => null;
  return (locale) => {
    const folder = join(dirname(realpathSync(program)), '../../l10n');
    const path = tagsOf(locale)
      .map((tag) => join(folder, `bundle.l10n.${tag}.json`))
      .find((file) => existsSync(file));
    return path === undefined ? null : readTranslations(JSON.parse(readFileSync(path, 'utf8')));
  };
}

/** Returns the BCP 47 tag of the language that a POSIX environment asks for; null where it asks for none. */
export function localeOf(variables: Readonly<Record<string, string | undefined>>): string | null {
  const { LC_ALL, LC_MESSAGES, LANG } = variables;
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const tag = named?.replace(/[.@].*$/, '').replaceAll('_', '-') ?? 'C';
  return tag === 'C' || tag === 'POSIX' ? null : tag;
}

/** Returns a tag and what it begins with, the longest first; none where it is not a tag, such as a path. */
function tagsOf(locale: string): readonly string[] {
  const tag = locale.toLowerCase();
  if (!/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/.test(tag)) return [];
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
