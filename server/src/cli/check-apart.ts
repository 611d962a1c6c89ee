import type { CheckedApart } from './check-job.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment, Threads } from './environment.ts';
import type { FoundDocument } from './found-document.ts';
import type { Run } from './run.ts';
import { sourceNamed } from './series-index.ts';
import type { RunOptions } from './run-options.ts';

/** Below this number of documents, starting threads takes longer than they save. */
export const worthThreads = 150;

/**
 * Checks documents in threads, and returns their reports as they would be without;
 * null where there are none, where few documents are given, and where each would have to ask git again.
 */
export async function checkApart(
  documents: readonly FoundDocument[],
  options: RunOptions,
  { threads, locale }: Environment,
  run: Run,
): Promise<readonly DocumentReport[] | null> {
  const asksGit = options.base !== undefined;
  if (threads === null || asksGit) return null;
  if (documents.length < worthThreads) return null;
  const isKept = run.results !== null;
  const parts = partsOf(documents, partCount(documents.length, threads));
  const checked = await Promise.all(
    parts.map((part) => threads.check({ documents: part, options, locale, isKept })),
  );
  const apart = checked.flat();
  return documents.flatMap((document, index) => {
    const each = apart[index];
    if (each === undefined) return [];
    if (each.part !== null) run.results?.take(document, each.part);
    return [takeOver(each, document, run)];
  });
}

/** Returns how many threads check documents. */
function partCount(documents: number, { count, documentsEach }: Threads): number {
  return Math.min(count, Math.max(1, Math.floor(documents / documentsEach)));
}

/** Splits documents into runs of about the same number: neighbors of a series are read by one thread. */
function partsOf(
  documents: readonly FoundDocument[],
  count: number,
): readonly (readonly FoundDocument[])[] {
  const size = Math.ceil(documents.length / count);
  return Array.from({ length: count }, (_, part) =>
    documents.slice(part * size, (part + 1) * size),
  ).filter((part) => part.length > 0);
}

/** Makes a report of what a thread found; its template is read here, too, for templates can't be sent. */
function takeOver(
  { report, templateId, notices }: CheckedApart,
  document: FoundDocument,
  run: Run,
): DocumentReport {
  const template = templateId === null ? null : sourceNamed(templateId, document, run.claiming);
  if (report.state !== 'unreadable') run.claiming.templates.nearest(document);
  for (const { kind, path, reason } of notices) run[kind](path, reason);
  return { ...report, template };
}
