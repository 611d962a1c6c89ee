import { existsSync, linkSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { FileError, type Creation } from '../cli/environment.ts';
import { isInside, syncFolder, writeDurably } from './replace-file.ts';
import { temporaryBeside } from './temporary-files.ts';

/**
 * Makes a file with its whole content at once, and the folders that it needs.
 * @throws FileError where something is there already, also a link that leads to nothing, or where the way leads out of the folder;
 * Node's own errors where it can't be written.
 */
export function createFile(path: string, { bytes, within }: Creation): void {
  const target = resolve(path);
  const folder = dirname(target);
  const root = realpathSync(within);
  if (!isInside(root, realpathSync(nearestFolder(folder)))) {
    throw new FileError(l10n.t('leads out of {0}; nothing is written', within));
  }
  mkdirSync(folder, { recursive: true });
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
    throw new FileError(l10n.t('exists already; it was not changed'));
  }
  const temporary = temporaryBeside(target);
  try {
    writeDurably(temporary, bytes, null);
    linkSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(folder);
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
