import { RE2JS } from 're2js';
import { globExpression } from './glob-expression.ts';

const maximumLength = 200;

/**
 * Returns a function that reports the glob that claims a path with `/` between its parts; null where none does.
 * A glob that begins with `!` excludes what the others claim.
 * Runs in linear time; a glob that can’t be read, or of more than 200 characters, claims nothing.
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

/** Returns whether a glob with `*`, `**`, `?`, `[…]` and `{a,b}` matches a whole path. */
export function matchesGlob(glob: string, path: string): boolean {
  return compile(glob)(path);
}

/** Returns why a glob, with or without `!`, can’t be read; null where it can. */
export function globProblem(glob: string): string | null {
  const read = globExpression(glob.replace(/^!/, ''));
  return 'problem' in read ? read.problem : null;
}

function compile(glob: string): (path: string) => boolean {
  const read = glob.length > maximumLength ? null : globExpression(glob);
  const expression =
    read !== null && 'source' in read ? RE2JS.compile(read.source, RE2JS.DOTALL) : null;
  return (path) => expression?.matcher(path.normalize()).find() === true;
}
