import { checkApart, worthThreads } from './check-apart.ts';
import { checkOpened, reportUnreadable } from './check-document.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment } from './environment.ts';
import { findDocuments, searchOf } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';
import { openFound, type OpenedPath } from './open-documents.ts';
import type { KeptResults } from './results/kept-results.ts';
import type { CheckRunOptions } from './run-options.ts';
import type { Run } from './run.ts';

/** Returns the reports of the documents of paths: those that were kept, and fresh ones of what changed. */
export async function checkKept(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
  run: Run,
  results: KeptResults,
): Promise<readonly DocumentReport[]> {
  const search = searchOf(options, environment);
  const found = findDocuments(paths.length === 0 ? ['.'] : paths, search);
  for (const { path, reason } of found.passed) run.note(path, reason);
  const unread = found.unreadable.map((each) => reportUnreadable(each, run));
  const needsText = options.newSince === undefined ? run.isShown : () => true;
  const { documents } = found;
  // Where much is new, threads find out sooner what is around it.
  const unknown = documents.filter((document) => !results.isKnown(document));
  const isMuch = environment.threads !== null && unknown.length >= worthThreads;
  const kept = isMuch
    ? documents.map(() => null)
    : documents.map((document) => results.find(document, needsText));
  const changed = documents.filter((_, index) => kept[index] === null);
  const fresh = (await checkApart(changed, options, environment, run)) ?? checkHere(changed);
  const remaining = fresh[Symbol.iterator]();
  const reports = kept.flatMap((report) => report ?? remaining.next().value ?? []);
  if (!run.hasFailed()) results.save();
  return [...unread, ...reports];

  function checkHere(all: readonly FoundDocument[]): readonly DocumentReport[] {
    return all.map((document) =>
      checkAndKeep(document, openFound(document, environment.files), run, () => false),
    );
  }
}

/** Returns the report of a document, which is kept unless the user saw something besides. */
export function checkAndKeep(
  document: FoundDocument,
  opened: OpenedPath,
  run: Run,
  isTold: () => boolean,
): DocumentReport {
  if ('document' in opened && document.location !== null) {
    run.results?.summaries.read(document.location, opened.document.bytes);
  }
  const report = checkOpened(opened, run);
  if (!isTold()) run.results?.keep(document, report);
  return report;
}
