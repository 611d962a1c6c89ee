import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { cacheFolder, checkout, scratchFolder } from './checkout.ts';

const programs = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'docs/minutes.1',
  'server/dist/minutes.js',
  'server/dist/minutes-language-server.js',
  'server/dist/command-line.cjs',
  'server/dist/language-server.cjs',
  'server/dist/mcp.cjs',
  'server/dist/site/site.js',
  'server/dist/site/style.css',
  'server/dist/package.json',
  'server/dist/third-party-notices.txt',
];

/**
 * Packs the built programs as npm publishes them, and returns the archive's absolute path.
 * Their manifest is not the repository's: that one names what development and VS Code need.
 */
export function packPrograms(destination: string): string {
  const folder = scratchFolder();
  for (const file of packedFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(checkout, file), join(folder, file));
  }
  const { name, version, license, keywords, type, engines, bin, man } = manifest;
  const own = {
    name,
    version,
    description: 'Checks and repairs Markdown meeting minutes against their template.',
    license,
    keywords,
    type,
    engines: { node: engines.node },
    bin,
    man,
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  const packing = ['pack', '--ignore-scripts', '--silent', '--pack-destination', destination];
  const archive = execFileSync('npm', packing, { cwd: folder, encoding: 'utf8' }).trim();
  return join(destination, archive);
}

function packedFiles(): readonly string[] {
  return [...programs, ...globSync('l10n/bundle.l10n.*.json', { cwd: checkout })];
}

if (import.meta.main) console.log(packPrograms(cacheFolder()));
