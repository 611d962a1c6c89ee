import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { checkout } from './checkout.ts';

/** The suites in Markdown by the glob that a test file runs. */
const glob = /\brunSuites\([^;]*?'((?:test|docs)\/[^']+)'/g;

/** Returns the test files that run a suite, each a path from the root; none where nothing runs it. */
export function runnersOf(suite: string): readonly string[] {
  return globSync('test/**/*.test.ts', { cwd: checkout, exclude: ['**/node_modules/**'] })
    .sort()
    .filter((path) =>
      [...readFileSync(join(checkout, path), 'utf8').matchAll(glob)].some(([, suites = '']) =>
        matchesGlob(suite, suites),
      ),
    );
}
