// Enters `npm start` and `npm test`: node bootstrap.mjs PROGRAM.ts [ARGUMENT…]
// Runs on Node 20 with nothing installed; installs what is missing, and runs the program on the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { installPackages } from './install-packages.mjs';
import { writableCheckout } from './writable-checkout.mjs';

try {
  requireNode(20);
  const checkout = writableCheckout(resolve(import.meta.dirname, '..'));
  installPackages(checkout, 'the packages that package-lock.json pins');
  run(findNode(checkout), checkout, process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {number} least */
function requireNode(least) {
  if (majorVersion(process.version) < least) {
    throw new Error(`Meeting Minutes needs Node ${least} or later; this is ${process.version}.`);
  }
}

/** @param {string} version */
function majorVersion(version) {
  return Number(version.slice(1).split('.')[0]);
}

/**
 * The package itself, for not every npm links its program.
 *
 * @param {string} checkout
 */
function findNode(checkout) {
  const { platform, arch } = process;
  const name = platform === 'win32' ? `node-win-${arch}` : `node-${platform}-${arch}`;
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(checkout, 'node_modules', name, 'bin', program);
  if (existsSync(pinned) && runs(pinned)) return pinned;
  if (majorVersion(process.version) >= 24) return process.execPath;
  throw new Error(
    `No Node 24 from npm runs on ${platform}-${arch}. ` +
      `Install Node 24 or later yourself, and try again (this is ${process.version}).`,
  );
}

/** @param {string} node */
function runs(node) {
  return spawnSync(node, ['--version']).status === 0;
}

/**
 * @param {string} node
 * @param {string} checkout
 * @param {string[]} args
 */
function run(node, checkout, args) {
  const child = spawn(node, args, {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`${node} does not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
