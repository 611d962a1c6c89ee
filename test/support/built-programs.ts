import assert from 'node:assert/strict';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../server/src/core/text/cached.ts';
import { checkout } from '../../tools/checkout.ts';

const bundle = 'server/dist/command-line.cjs';

/**
 * Asserts that the bundles are there, and made from the sources as they are.
 * @throws AssertionError that says what to run.
 */
export function assertBuilt(): void {
  assert.equal(builtProgram().problem, null);
}

const builtProgram = once((): { readonly problem: string | null } => {
  if (!existsSync(join(checkout, bundle)))
    return { problem: `${bundle} is missing: npm run build` };
  const built = changed(bundle);
  const newer = sources().find((path) => changed(path) > built);
  return {
    problem: newer === undefined ? null : `${bundle} is older than ${newer}: npm run build`,
  };
});

function changed(path: string): number {
  return statSync(join(checkout, path)).mtimeMs;
}

function sources(): readonly string[] {
  return ['esbuild.mjs', ...globSync('server/src/**/*.ts', { cwd: checkout })];
}
