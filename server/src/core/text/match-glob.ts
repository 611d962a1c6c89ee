import globToRegExp from 'glob-to-regexp';
import { RE2JS } from 're2js';

const maximumLength = 200;

/**
 * Returns the glob that claims a path with `/` between its parts, or null.
 * A glob that begins with `!` excludes what the others claim.
 * Runs in linear time; a glob of more than 200 characters claims nothing.
 */
export function claimingGlob(globs: readonly string[], path: string): string | null {
  if (globs.some((glob) => glob.startsWith('!') && matchesGlob(glob.slice(1), path))) return null;
  return globs.find((glob) => !glob.startsWith('!') && matchesGlob(glob, path)) ?? null;
}

/** Tells whether a glob with `*`, `**`, `?`, `[…]` and `{a,b}` matches a whole path. */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > maximumLength) return false;
  const { source } = globToRegExp(glob.replace(/^\.\//, ''), { extended: true, globstar: true });
  return expressionMatches(source, path);
}

function expressionMatches(source: string, path: string): boolean {
  try {
    return RE2JS.compile(source).matcher(path).find();
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('RE2JS')) return false;
    throw error;
  }
}
