// Bundles every entry point, and collects the licenses of what is bundled: `node esbuild.mjs [--sourcemap]`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages } from './bundled-packages.mjs';

const sourcemap = process.argv.includes('--sourcemap');

/** The folders of the packages that are bundled. */
const packages = new Set();

/** A program that a starter runs. */
const program = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  plugins: [bundledPackages(addPackages)],
  banner: { js: '(function (require) {' },
  footer: { js: '})' },
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
    // It runs in a worker, which has no document to decode character references with.
    conditions: ['worker'],
  },
  'server/src/node/main.ts': { outfile: 'server/dist/language-server.cjs', ...program },
  'server/src/node/minutes.ts': { outfile: 'server/dist/command-line.cjs', ...program },
  'server/src/node/mcp.ts': { outfile: 'server/dist/mcp.cjs', ...program },
  'server/src/browser/main.ts': {
    outfile: 'server/dist/browser/server.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['worker'],
    plugins: [bundledPackages(addPackages)],
    // The JSON Schema validator resolves against it, which fails where a worker starts from a blob.
    define: { 'self.location': 'undefined' },
  },
};

/** Scripts of pages, which run in a browser alone. */
const pages = {
  'client/src/webviews/site.ts': 'server/dist/site/site.js',
  'client/src/webviews/history.ts': 'client/dist/webviews/history.js',
  'client/src/webviews/mail.ts': 'client/dist/webviews/mail.js',
  'client/src/webviews/board.ts': 'client/dist/webviews/board.js',
};

/** Style sheets of pages, each of several files. */
const styles = {
  'client/dist/webviews/history.css': [
    'client/src/webviews/history.css',
    'client/src/webviews/charts.css',
  ],
  'client/dist/webviews/mail.css': [
    'client/src/webviews/history.css',
    'client/src/webviews/mail.css',
  ],
  'client/dist/webviews/board.css': [
    'client/src/webviews/history.css',
    'client/src/webviews/board.css',
  ],
  'server/dist/site/style.css': ['client/src/webviews/site.css', 'client/src/webviews/charts.css'],
};

/** The bundles that each program starts: by its first argument, or the one for any; what V8 compiled for one start, the next one finds beside it. */
const starters = {
  'server/dist/minutes-language-server.js': { '': 'language-server.cjs' },
  'server/dist/minutes.js': { mcp: 'mcp.cjs', '': 'command-line.cjs' },
};

process.chdir(import.meta.dirname);
await rm('client/dist', { recursive: true, force: true });
await rm('server/dist', { recursive: true, force: true });
for (const [entry, options] of Object.entries(bundles)) {
  if (!existsSync(entry)) continue;
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    metafile: true,
    sourcemap,
    mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  addPackages(Object.keys(metafile.inputs));
}
for (const [entry, outfile] of Object.entries(pages)) {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    sourcemap,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  addPackages(Object.keys(metafile.inputs));
}
for (const [path, parts] of Object.entries(styles)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, parts.map((part) => readFileSync(part, 'utf8')).join('\n'));
}
for (const [path, bundleOf] of Object.entries(starters)) {
  const started = Object.entries(bundleOf).map(([argument, bundle]) => {
    const file = `server/dist/${bundle}`;
    if (!sourcemap) writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
    return [argument, [bundle, hash]];
  });
  const contents = [
    "import { join } from 'node:path';",
    "import { runBundle } from './server/src/node/run-bundle.ts';",
    `const bundles = new Map(${JSON.stringify(started)});`,
    "const [bundle, hash] = bundles.get(process.argv[2] ?? '') ?? bundles.get('');",
    'runBundle(join(__dirname, bundle), hash);',
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: path,
    banner: { js: '#!/usr/bin/env node' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  await chmod(path, 0o755);
}
// Node reads CommonJS sooner than modules.
writeFileSync('server/dist/package.json', '{ "type": "commonjs" }\n');
writeFileSync('server/dist/third-party-notices.txt', [...packages].sort().map(notice).join('\n\n'));

function addPackages(paths) {
  for (const path of paths) {
    const folder = /^(?:[a-z]+:)?(.*node_modules\/(@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (folder) packages.add(relative('.', folder));
  }
}

/** Says whose a bundled package is, as its license asks. */
function notice(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const { name, version, license = manifest.licenses?.[0]?.type, author } = manifest;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : (author?.name ?? author);
  return `${name} ${version} (${license})\n\n${text ?? ''}\n`;
}

/** Returns a program without letters beyond ASCII, which esbuild leaves in patterns alone: V8 then keeps it in a byte a character. */
function inAscii(code) {
  return code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
