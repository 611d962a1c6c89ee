import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a folder's lock file pins, unless that very lock file was installed before.
 *
 * @param {string} folder The absolute path of a folder with a `package.json` and a `package-lock.json`.
 * @param {string} what Names the packages in what is printed.
 * @param {(npm: (cwd: string, args: string[]) => void) => void} [finish] Installs what belongs to them besides.
 * @throws {Error} Says what failed and what to do.
 */
export function installPackages(folder, what, finish) {
  const stamp = join(folder, 'node_modules', '.installed');
  const state = lockState(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.log(`Installing ${what} …`);
  npm(folder, ['ci', '--include=dev']);
  finish?.(npm);
  writeFileSync(stamp, state);
}

/** @param {string} folder */
function lockState(folder) {
  const hash = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
function npm(cwd, args) {
  const options = [
    '--include=optional',
    '--ignore-scripts',
    '--engine-strict=false',
    ...['--loglevel=error', '--no-fund', '--no-audit', '--no-update-notifier'],
  ];
  const result = spawnSync(...npmCommand([...args, ...options]), {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...cacheSetting() },
  });
  if (result.status !== 0) {
    throw new Error(
      `"npm ${args.join(' ')}" failed in ${cwd}; its own words are above. ` +
        'It needs the package registry that npm is set up for: check the connection, and try again.',
    );
  }
}

/**
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npmCommand(args) {
  const { npm_execpath: npmProgram, npm_node_execpath: node } = process.env;
  return npmProgram?.endsWith('npm-cli.js')
    ? [node ?? process.execPath, [npmProgram, ...args]]
    : ['npm', args];
}

/** A user without a home folder still gets a cache. */
function cacheSetting() {
  const cache = process.env.npm_config_cache;
  if (cache === undefined) return {};
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: join(import.meta.dirname, '../.cache/npm') };
  }
}
