import { execFileSync } from 'node:child_process';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A real git repository. */
export interface GitRepository {
  /** Runs git, and returns what it writes. */
  readonly git: (...args: readonly string[]) => string;
  /** Makes commits from a stream of `git fast-import`. */
  readonly importCommits: (stream: string) => void;
  /** Commits all there is, and returns the commit's id. */
  readonly commit: (message?: string) => string;
}

/** Makes a repository with the branch `main` in a folder. */
export function createRepository({ path }: Pick<TemporaryFolder, 'path'>): GitRepository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...settings, ...args], {
      cwd: path,
      encoding: 'utf8',
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  git('init', '--quiet', '--initial-branch=main');
  return {
    git,
    importCommits(stream) {
      execFileSync('git', ['fast-import', '--quiet'], { cwd: path, input: stream });
    },
    commit(message = 'minutes') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

const settings = [
  'user.name=Test',
  'user.email=test@example.com',
  'commit.gpgsign=false',
  'core.autocrlf=false',
  'protocol.file.allow=always',
].flatMap((setting) => ['-c', setting]);

/** Leaves out the user's own settings. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
}
