import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { FileError, type Removal } from '../cli/environment.ts';
import { isInside, syncFolder } from './replace-file.ts';

/**
 * Removes a file that still holds what is expected.
 * @throws FileError where it holds something else, or the way leads out of the folder; Node's own errors where it can't be removed.
 */
export function removeFile(path: string, { expected, within }: Removal): void {
  const target = resolve(path);
  if (!isInside(realpathSync(within), realpathSync(dirname(target)))) {
    throw new FileError(l10n.t('leads out of {0}; it is left alone', within));
  }
  if (!readFileSync(target).equals(expected))
    throw new FileError(l10n.t('was changed; it is left alone'));
  rmSync(target);
  syncFolder(dirname(target));
}

/** Makes a folder, and those that it is in, where they aren't there. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}
