import { parseMarkdown } from '../core/markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../core/minutes/read-minutes.ts';
import { lookAround, type Workspace } from './claims.ts';
import { normalizeUri } from './document-uri.ts';
import type { OpenDocuments } from './open-documents.ts';
import { takeSnapshot, type Snapshot } from './take-snapshot.ts';

/** Answers with the newest version of documents. */
export interface Snapshots {
  /** Returns the newest version of an open document; null where it is not open. */
  of(uri: string): Promise<Snapshot | null>;
  /** Returns a file that is not open, given its text. */
  ofFile(uri: string, text: string): Promise<Snapshot>;
  /** Forgets a document, with all that its next version could reuse. */
  forget(uri: string): void;
  /** Forgets what templates and settings said about every document. */
  invalidate(): void;
}

/** Returns the snapshots of the session's documents; `today` returns the current date, ISO. */
export function createSnapshots(
  documents: OpenDocuments,
  workspace: Workspace,
  today: () => string,
): Snapshots {
  const newest = new Map<string, { readonly day: string; readonly snapshot: Snapshot }>();
  const lastRead = new Map<string, Minutes>();
  let revision = 0;

  const read = (key: string, text: string): Minutes => {
    const previous = lastRead.get(key);
    if (previous?.markdown.text === text) return previous;
    const minutes = readMinutes(parseMarkdown(text, previous?.markdown), previous);
    lastRead.set(key, minutes);
    return minutes;
  };

  const of = async (uri: string): Promise<Snapshot | null> => {
    const key = normalizeUri(uri);
    const open = documents.get(uri);
    if (open === undefined) return null;
    const day = today();
    const known = newest.get(key);
    if (known?.snapshot.version === open.version && known.day === day) return known.snapshot;
    const before = revision;
    const surroundings = await lookAround(uri, open.text, workspace);
    const outdated = before !== revision || documents.get(uri)?.version !== open.version;
    if (outdated) return of(uri);
    const snapshot = takeSnapshot(open, surroundings, day, (text) => read(key, text));
    newest.set(key, { day, snapshot });
    return snapshot;
  };

  return {
    of,
    async ofFile(uri, text) {
      const surroundings = await lookAround(uri, text, workspace);
      return takeSnapshot({ uri, version: null, text }, surroundings, today(), (content) =>
        readMinutes(parseMarkdown(content)),
      );
    },
    forget(uri) {
      newest.delete(normalizeUri(uri));
      lastRead.delete(normalizeUri(uri));
    },
    invalidate() {
      revision++;
      newest.clear();
    },
  };
}
