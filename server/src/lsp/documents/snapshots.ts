import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../core/minutes/read-minutes.ts';
import { createReportCache } from '../../core/checking/report-cache.ts';
import { readDocumentContext, type DocumentContext, type Workspace } from './claimed-documents.ts';
import { normalizeUri } from './document-uri.ts';
import type { Known } from '../series/history-of.ts';
import type { OpenDocument, OpenDocuments } from './open-documents.ts';
import type { Environment } from '../environment.ts';
import { failedSnapshot, takeSnapshot, type Snapshot } from './take-snapshot.ts';

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

/** Returns the day, and lets newer versions in before a snapshot is computed that is outdated. */
type Clock = Pick<Environment, 'today' | 'messagesRead'>;

/** Returns the snapshots of the session's documents. */
export function createSnapshots(
  documents: OpenDocuments,
  workspace: Workspace,
  environment: Clock,
  knowledge: Known,
): Snapshots {
  const today = (): string => environment.today();
  const newest = new Map<string, { readonly day: string; readonly snapshot: Snapshot }>();
  const lastRead = new Map<string, Minutes>();
  const reportCache = createReportCache();
  let revision = 0;

  const read = (key: string, text: string): Minutes => {
    const previous = lastRead.get(key);
    if (previous?.markdown.text === text) return previous;
    const minutes = readMinutes(parseMarkdown(text, previous?.markdown), previous);
    lastRead.set(key, minutes);
    return minutes;
  };

  const of = async (uri: string): Promise<Snapshot | null> => {
    const open = documents.get(uri);
    if (open === undefined) return null;
    const known = knownOf(open);
    if (known !== null) return known;
    const isOutdated = (): boolean => documents.get(uri)?.version !== open.version;
    await environment.messagesRead();
    if (isOutdated()) return of(uri);
    const before = revision;
    try {
      const context = await readDocumentContext(uri, open.text, workspace, knowledge);
      if (before !== revision || isOutdated()) return await of(uri);
      return knownOf(open) ?? take(open, context);
    } catch (error) {
      return failedSnapshot(open, error);
    }
  };

  const knownOf = ({ uri, version }: OpenDocument): Snapshot | null => {
    const known = newest.get(normalizeUri(uri));
    return known?.snapshot.version === version && known.day === today() ? known.snapshot : null;
  };

  const take = (open: OpenDocument, context: DocumentContext): Snapshot => {
    const key = normalizeUri(open.uri);
    const day = today();
    const snapshot = takeSnapshot(open, context, day, (text) => read(key, text), reportCache);
    newest.set(key, { day, snapshot });
    return snapshot;
  };

  return {
    of,
    async ofFile(uri, text) {
      const readFile = (content: string): Minutes => readMinutes(parseMarkdown(content));
      const file = { uri, version: null, text };
      try {
        const context = await readDocumentContext(uri, text, workspace, knowledge);
        return takeSnapshot(file, context, today(), readFile, createReportCache());
      } catch (error) {
        return failedSnapshot(file, error);
      }
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
