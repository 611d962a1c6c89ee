// Bundles every entry point: `node esbuild.mjs [--sourcemap]`.
import { chmod, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

const sourcemap = process.argv.includes('--sourcemap');

/** A program that `node` starts as an ES module although what it bundles calls `require`. */
const program = {
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as createRequireOfBundle } from 'node:module';",
      'const require = createRequireOfBundle(import.meta.url);',
    ].join('\n'),
  },
};

const bundles = {
  'client/src/node/extension.ts': {
    outfile: 'client/dist/extension.cjs',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  },
  'client/src/browser/extension.ts': {
    outfile: 'client/dist/browser/extension.cjs',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  },
  'server/src/node/main.ts': { outfile: 'server/dist/minutes-language-server.js', ...program },
  'server/src/node/minutes.ts': { outfile: 'server/dist/minutes.js', ...program },
  'server/src/browser/main.ts': {
    outfile: 'server/dist/browser/server.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['worker'],
  },
};

process.chdir(import.meta.dirname);
await rm('client/dist', { recursive: true, force: true });
await rm('server/dist', { recursive: true, force: true });
for (const [entry, options] of Object.entries(bundles)) {
  if (!existsSync(entry)) continue;
  await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    sourcemap,
    mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  if (options.banner) await chmod(options.outfile, 0o755);
}
