import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { toDiagnostics } from './diagnostic.ts';
import { normalizeUri } from './documents/document-uri.ts';
import { markdownFiles } from './documents/markdown-files.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './documents/take-snapshot.ts';

/** The diagnostics of one file of the workspace. */
export interface FileDiagnostics {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly diagnostics: Diagnostic[];
}

/** Checks all Markdown files of the workspace, open or not. */
export interface WorkspaceCheck {
  /** Yields each file that is minutes or a template; stops when cancelled. Files that did not change are not read again. */
  run(token: CancellationToken): AsyncGenerator<FileDiagnostics>;
  /** Returns one file, which is not read again while it stays; null where it is neither minutes nor a template. */
  of(uri: string): Promise<FileDiagnostics | null>;
  /** Returns whether one file is known, so that asking for it costs nothing. */
  isKnown(uri: string): boolean;
  /** Resolves when a run would say something new, at once before the first; or when cancelled. */
  untilChanged(token: CancellationToken): Promise<void>;
  /** Calls back when a run would say something new. */
  onChanged(listener: () => void): void;
  /** Reports that a file changed on disk, or is no longer open. */
  changed(uri: string): void;
}

/** Returns the check of the session's workspace. */
export function createWorkspaceCheck(session: Session): WorkspaceCheck {
  const { documents, files, folders, snapshots } = session;
  const closed = new Map<string, Diagnostic[] | null>();
  const waiting = new Set<() => void>();
  const listeners: (() => void)[] = [];
  let fresh = false;

  const wake = (): void => {
    fresh = false;
    for (const resume of waiting) resume();
    for (const tell of listeners) tell();
  };
  session.onInvalidated(() => {
    closed.clear();
    wake();
  });

  const checkClosed = async (uri: string): Promise<Diagnostic[] | null> => {
    const text = await files.readFile(uri);
    const snapshot = text === null ? null : await snapshots.ofFile(uri, text);
    return snapshot !== null && isTold(snapshot) ? toDiagnostics(snapshot, session) : null;
  };

  const check = async (uri: string): Promise<FileDiagnostics | null> => {
    const open = documents.get(uri);
    if (open !== undefined) {
      const snapshot = await snapshots.of(uri);
      if (snapshot === null || !isTold(snapshot)) return null;
      const diagnostics = toDiagnostics(snapshot, session);
      return { uri: open.uri, version: snapshot.version, diagnostics };
    }
    const known = closed.get(uri);
    const diagnostics = known === undefined ? await checkClosed(uri) : known;
    closed.set(uri, diagnostics);
    return diagnostics && { uri, version: null, diagnostics };
  };

  return {
    async *run(token) {
      fresh = true;
      for await (const uri of markdownFiles(files, folders.all())) {
        if (token.isCancellationRequested) return;
        yield* await session.failures.orNothing(uri, async () => {
          const result = await check(uri);
          return result === null ? [] : [result];
        });
      }
    },
    of: check,
    isKnown: (uri) => closed.has(uri),
    async untilChanged(token) {
      if (!fresh || token.isCancellationRequested) return;
      await new Promise<void>((resolve) => {
        const resume = (): void => {
          waiting.delete(resume);
          cancellation.dispose();
          resolve();
        };
        const cancellation = token.onCancellationRequested(resume);
        waiting.add(resume);
      });
    },
    onChanged: (listener) => listeners.push(listener),
    changed(uri) {
      closed.delete(normalizeUri(uri));
      wake();
    },
  };
}

/** Returns whether anything is to be said about a document: it is minutes, a template or a roster, or the program failed on it. */
function isTold({ subject, findings }: Snapshot): boolean {
  return subject !== null || findings.length > 0;
}
