import { Disposable, extensions, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  committedVersionRequest,
  commitsChangedNotification,
  lineDatesRequest,
} from '../../server/src/protocol/baselines.ts';
import { findGit, type GitApi, type GitRepository } from './git-extension.ts';
import { showComparisonStatus, type Comparison } from './views/comparison-status.ts';

/**
 * Answers when the server asks for a committed version, and notifies it when commits change.
 * In an untrusted workspace no git is asked.
 */
export function serveCommittedVersions(client: BaseLanguageClient): Disposable {
  const status = showComparisonStatus();
  let finding: Promise<GitApi | null> | null = null;
  const listeners: Disposable[] = [];

  /** VS Code turns the git extension on some time after trust is granted, so that its absence is not cached. */
  const git = async (): Promise<GitApi | null> => {
    const api = await (finding ??= findAndFollow());
    if (api === null) finding = null;
    return api;
  };

  const findAndFollow = async (): Promise<GitApi | null> => {
    const api = await findGit();
    if (api === null) {
      // The git extension may be turned on, or be ready, when it is asked for again.
      finding = null;
      return null;
    }
    const follower = followCommits(api, () => {
      tellServer(client);
    });
    listeners.push(follower);
    return api;
  };
  const answer = client.onRequest(committedVersionRequest, async ({ uri }) => {
    const document = Uri.parse(uri);
    const { text, comparison } = workspace.isTrusted
      ? await committedVersion(document, await git())
      : { text: null, comparison: 'restricted' as const };
    status.set(document, comparison);
    return { text };
  });
  const lineDates = client.onRequest(lineDatesRequest, async ({ uri }) =>
    workspace.isTrusted ? blamedFile(Uri.parse(uri), await git()) : null,
  );
  return Disposable.from(
    status.disposable,
    answer,
    lineDates,
    workspace.onDidGrantWorkspaceTrust(() => {
      tellServer(client);
    }),
    extensions.onDidChange(() => {
      if (finding === null) tellServer(client);
    }),
    extensions.onDidChange(() => {
      if (finding === null && workspace.isTrusted) tellServer(client);
    }),
    {
      dispose: () => {
        Disposable.from(...listeners).dispose();
      },
    },
  );
}

function tellServer(client: BaseLanguageClient): void {
  if (client.isRunning()) void client.sendNotification(commitsChangedNotification, {});
}

async function committedVersion(
  uri: Uri,
  git: GitApi | null,
): Promise<{ text: string | null; comparison: Comparison }> {
  if (git === null) return { text: null, comparison: 'no-git' };
  const repository = uri.scheme === 'file' ? git.getRepository(uri) : null;
  if (repository === null) return { text: null, comparison: 'no-repository' };
  if (repository.state.rebaseCommit !== undefined) return { text: null, comparison: 'rebasing' };
  const text = await show(repository, uri);
  if (text === null) return { text, comparison: 'not-committed' };
  return text.includes('\0')
    ? { text: null, comparison: 'binary' }
    : { text, comparison: 'compared' };
}

/** Returns what git knows of a file's lines; null where it knows no commit of it. */
async function blamedFile(
  uri: Uri,
  git: GitApi | null,
): Promise<{ readonly blame: string; readonly first: string } | null> {
  const repository = uri.scheme === 'file' ? (git?.getRepository(uri) ?? null) : null;
  if (repository === null) return null;
  const commits = await repository.log({ path: uri.fsPath, maxEntries: mostCommits });
  const first = commits.at(-1)?.authorDate;
  if (first === undefined) return null;
  return { blame: await repository.blame(uri.fsPath), first: isoDay(first) };
}

/** More commits than any template has. */
const mostCommits = 10_000;

function isoDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

/** Returns the text of the last commit; null where it has no such file, or there is no commit. */
async function show(repository: GitRepository, uri: Uri): Promise<string | null> {
  if (repository.state.HEAD?.commit === undefined) return null;
  return repository.show('HEAD', uri.fsPath).catch(() => null);
}

/** Calls back when repositories come and go, and when one has another commit or begins to rebase. */
function followCommits(git: GitApi, onChange: () => void): Disposable {
  const followed = new Map<GitRepository, Disposable>();
  const follow = (repository: GitRepository): void => {
    let known = stateOf(repository);
    const listener = repository.state.onDidChange(() => {
      const now = stateOf(repository);
      if (now === known) return;
      known = now;
      onChange();
    });
    followed.set(repository, listener);
  };
  git.repositories.forEach(follow);
  return Disposable.from(
    git.onDidOpenRepository((repository) => {
      follow(repository);
      onChange();
    }),
    git.onDidCloseRepository((repository) => {
      followed.get(repository)?.dispose();
      followed.delete(repository);
      onChange();
    }),
    {
      dispose: () => {
        Disposable.from(...followed.values()).dispose();
      },
    },
  );
}

function stateOf({ state }: GitRepository): string {
  return `${String(state.HEAD?.commit)} ${String(state.rebaseCommit !== undefined)}`;
}
