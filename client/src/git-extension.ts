import { extensions, type Disposable, type Event, type Uri } from 'vscode';

/** What is used of the API of VS Code’s built-in git extension, version 1. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<string>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
}

/** A repository that the git extension has open. */
export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly rebaseCommit: object | undefined;
    readonly onDidChange: Event<void>;
  };
  show(ref: string, path: string): Promise<string>;
  blame(path: string): Promise<string>;
  /** Returns the commits that have a file, the newest first. */
  log(options: {
    readonly path: string;
    readonly maxEntries: number;
  }): Promise<readonly GitCommit[]>;
}

/** A commit as the git extension knows it. */
export interface GitCommit {
  readonly authorDate?: Date;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Returns the git extension’s API once it knows its repositories; null where there is none or it is turned off. */
export async function findGit(): Promise<GitApi | null> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return null;
  const exported = extension.isActive ? extension.exports : await extension.activate();
  if (!exported.enabled) return null;
  const api = exported.getAPI(1);
  if (api.state === 'initialized') return api;
  await new Promise<void>((resolve) => {
    const listener: Disposable = api.onDidChangeState((state) => {
      if (state !== 'initialized') return;
      listener.dispose();
      resolve();
    });
  });
  return api;
}
