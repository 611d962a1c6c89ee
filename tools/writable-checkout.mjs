import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, relative } from 'node:path';

/**
 * Names the checkout to work in: the given one or, where another user's files are in the way, a private copy of it.
 *
 * @param {string} checkout
 * @throws {Error} Says why there is no copy either.
 */
export function writableCheckout(checkout) {
  const obstacle = writtenFolders(checkout).find((folder) => !isWritable(folder));
  if (obstacle === undefined) return checkout;
  const copy = join(
    privateFolder(),
    createHash('sha256').update(checkout).digest('hex').slice(0, 12),
  );
  console.log(`You may not write to ${obstacle}: working in a copy of the checkout, ${copy}.`);
  copyCheckout(checkout, copy);
  return copy;
}

/** @param {string} checkout */
function writtenFolders(checkout) {
  const outputs = ['.', 'client', 'server', 'node_modules', 'build', 'client/dist', 'server/dist'];
  const folders = outputs.map((path) => join(checkout, path)).filter(existsSync);
  const caches = ['.cache', 'node_modules/.cache'].map((path) => join(checkout, path));
  return [...folders, ...caches.filter(existsSync).flatMap(withEntries)];
}

/** @param {string} folder */
function withEntries(folder) {
  return [folder, ...readdirSync(folder).map((name) => join(folder, name))];
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder that no other user could have made, so that no other user's files are run. */
function privateFolder() {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `vscode-minutes-${uid}`);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} is not a folder of your own: remove it, or set TMPDIR, and try again.`,
    );
  }
  return folder;
}

/**
 * @param {string} checkout
 * @param {string} copy
 */
function copyCheckout(checkout, copy) {
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(copy)) {
    if (!isMade(name)) rmSync(join(copy, name), { recursive: true });
  }
  cpSync(checkout, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !isMade(relative(checkout, source)),
  });
}

/** @param {string} path */
function isMade(path) {
  return /^(\.git|\.cache|node_modules|build|(client|server)\/dist)$/.test(path);
}
