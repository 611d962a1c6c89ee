/** Runs git as plumbing. */
export interface Git {
  /** Returns what git writes in a folder, or why it fails, with its exit code. */
  run(folder: string, args: readonly string[], input?: string): GitResult;
}

export type GitResult =
  { readonly bytes: Uint8Array } | { readonly code: number | null; readonly reason: string };

/** A failure of git that the user can do something about. */
export class GitError extends Error {}

/**
 * Returns what git writes as text.
 * @throws GitError with git's own words where it fails.
 */
export function gitText(git: Git, folder: string, args: readonly string[], input?: string): string {
  const result = git.run(folder, args, input);
  if ('bytes' in result) return new TextDecoder().decode(result.bytes);
  throw new GitError(result.reason);
}
