import { createClaim } from '../text/match-glob.ts';
import type { PathForm } from './path-form.ts';

/**
 * Returns globs that claim all paths of a series and none of the others:
 * the shortest that does, else the narrowest that there is with the others excluded.
 */
export function seriesGlobs(
  form: PathForm,
  paths: readonly string[],
  others: readonly string[],
): readonly string[] {
  const path = form.folder + form.name;
  const candidates = [
    path.replace(/\{[^}]*\}/g, '*'),
    path.replace(/\{(?:date(?::([^}]*))?|number)\}/g, (_, format: string | undefined) =>
      (format ?? 'YYYY-MM-DD').replace(/[A-Z]/g, '?'),
    ),
    path.replace(/\{(?:date(?::([^}]*))?|number)\}/g, (_, format: string | undefined) =>
      (format ?? 'YYYY-MM-DD').replace(/[A-Z]/g, '[0-9]'),
    ),
  ].map((glob) => glob.replace(/(?<=^|\/)\*(?:\/\*)+(?=\/)/g, '**'));
  const claimsAll = (globs: readonly string[]): boolean =>
    paths.every((own) => createClaim(globs)(own) !== null);
  const usable = candidates.filter((glob) => claimsAll([glob]));
  const exact = usable.find((glob) => others.every((other) => createClaim([glob])(other) === null));
  if (exact !== undefined) return [exact];
  const narrowest = usable.at(-1) ?? candidates[0] ?? '*.md';
  const wrong = others.filter((other) => createClaim([narrowest])(other) !== null);
  const excluded = [narrowest, ...wrong.map((other) => `!${literalGlob(other)}`)];
  return wrong.length <= 20 && claimsAll(excluded) ? excluded : [narrowest];
}

function literalGlob(path: string): string {
  return path.replace(/[*?[\]{}()!\\]/g, '?');
}
