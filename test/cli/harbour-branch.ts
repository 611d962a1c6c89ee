import type { TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from './harbour.ts';

export const date = '2018-06-26';
/** The minutes that main and the branch have. */
export const path = `calls/${date}-harbour.md`;
export const before = harbourMinutes({ date });
/** The same minutes after a stale copy was saved: one update gained, another lost. */
export const clobbered = harbourMinutes({
  date,
  crane: `${craneUpdate}- Ordered rope\n`,
  gauge: '',
});

/** A repository in which main has minutes, and a branch is checked out that begins there. */
export function branch(context: TestContext): {
  folder: TemporaryFolder;
  repository: GitRepository;
} {
  const folder = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  const repository = createRepository(folder);
  repository.commit();
  repository.git('switch', '--quiet', '--create', 'crane');
  return { folder, repository };
}

/** Checks the folder against main. */
export function check(
  folder: TemporaryFolder,
  ...args: readonly string[]
): ReturnType<typeof runCommand> {
  return runCommand(folder.path, ['check', '--format', 'json', '--base', 'main', ...args]);
}
