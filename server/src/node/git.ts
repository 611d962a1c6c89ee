import * as l10n from '@vscode/l10n';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import type { Git } from '../cli/git.ts';
import { findProgram } from './find-program.ts';

/** All versions of a repository's minutes together; more is not read. */
const maximumOutput = 1_000_000_000;

/**
 * The git of this machine, as plumbing: it runs no hook, no monitor and no text conversion,
 * fetches nothing, asks nothing, and leaves locks alone.
 */
export const localGit: Git = {
  run(folder, args, input = '') {
    const fixed = [
      '--no-pager',
      '--no-optional-locks',
      '--no-replace-objects',
      '--literal-pathspecs',
    ];
    const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];
    const program = findProgram('git', process.env, isFile);
    if (program === null) return { code: null, reason: l10n.t('git is not installed') };
    const { status, stdout, stderr, error } = spawnSync(
      program,
      [...fixed, ...settings.flatMap((setting) => ['-c', setting]), ...args],
      { cwd: folder, input, maxBuffer: maximumOutput, timeout: 120_000, env: environment() },
    );
    if (error !== undefined) {
      const absent = 'code' in error && error.code === 'ENOENT';
      return {
        code: null,
        reason: absent ? l10n.t('git is not installed') : error.message,
      };
    }
    if (status === 0) return { bytes: stdout };
    const [reason = ''] = stderr.toString().trim().split('\n');
    return { code: status, reason: reason.replace(/^(?:fatal|error): /, '') };
  },
};

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

function isFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
