import globToRegExp from 'glob-to-regexp';
import { RE2JS } from 're2js';

const maximumLength = 200;

/**
 * Returns what tells the glob that claims a path with `/` between its parts; null where none does.
 * A glob that begins with `!` excludes what the others claim.
 * Runs in linear time; a glob of more than 200 characters claims nothing.
 */
export function createClaim(globs: readonly string[]): (path: string) => string | null {
  const excluding = globs.flatMap((glob) => (glob.startsWith('!') ? compile(glob.slice(1)) : []));
  const claiming = globs.filter((glob) => !glob.startsWith('!'));
  const compiled = claiming.map((glob) => ({ glob, matches: compile(glob) }));
  return (path) => {
    if (excluding.some((matches) => matches(path))) return null;
    return compiled.find(({ matches }) => matches(path))?.glob ?? null;
  };
}

/** Tells whether a glob with `*`, `**`, `?`, `[…]` and `{a,b}` matches a whole path. */
export function matchesGlob(glob: string, path: string): boolean {
  return compile(glob)(path);
}

function compile(glob: string): (path: string) => boolean {
  const expression = glob.length > maximumLength ? null : expressionOf(glob);
  return (path) => expression?.matcher(path).find() === true;
}

function expressionOf(glob: string): RE2JS | null {
  const { source } = globToRegExp(glob.replace(/^\.\//, ''), { extended: true, globstar: true });
  try {
    return RE2JS.compile(source);
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('RE2JS')) return null;
    throw error;
  }
}
