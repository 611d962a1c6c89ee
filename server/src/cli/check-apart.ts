import type { TemplateSource } from '../core/claims/choose-template.ts';
import type { CheckedApart } from './check-job.ts';
import { reportUnreadable } from './check-document.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment } from './environment.ts';
import { findDocuments, searchOf } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';
import type { Run } from './run.ts';
import type { RunOptions } from './run-options.ts';

/** Below this number of documents, starting threads takes longer than they save. */
const worthThreads = 150;

/**
 * Checks documents in threads, and returns their reports as they would be without;
 * null where there are none, where few documents were given, and where each would have to ask git again.
 */
export async function checkApart(
  paths: readonly string[],
  options: RunOptions,
  { files, git, threads, locale }: Environment,
  run: Run,
): Promise<readonly DocumentReport[] | null> {
  const asksGit = options.base !== undefined;
  if (threads === null || threads.count < 2 || asksGit || isInput(paths, options)) return null;
  const { documents, unreadable, passed } = findDocuments(
    paths.length === 0 ? ['.'] : paths,
    searchOf(options, { files, git }),
  );
  if (documents.length < worthThreads) return null;
  for (const { path, reason } of passed) run.note(path, reason);
  const parts = partsOf(documents, threads.count);
  const checked = await Promise.all(
    parts.map((part) => threads.check({ documents: part, options, locale })),
  );
  const apart = checked.flat();
  return [
    ...unreadable.map((each) => reportUnreadable(each, run)),
    ...documents.flatMap((document, index) => {
      const each = apart[index];
      return each === undefined ? [] : [takeOver(each, document, run)];
    }),
  ];
}

function isInput(paths: readonly string[], { stdinFilename }: RunOptions): boolean {
  return paths.includes('-') || stdinFilename !== undefined;
}

/** Splits documents into runs of about the same number: neighbours of a series are read by one thread. */
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
  { report, templateId, told }: CheckedApart,
  document: FoundDocument,
  run: Run,
): DocumentReport {
  const template = templateId === null ? null : templateOf(templateId, document, run);
  if (report.state !== 'unreadable') run.claiming.templates.nearest(document);
  for (const { kind, path, reason } of told) run[kind](path, reason);
  return { ...report, template };
}

function templateOf(
  id: string,
  document: FoundDocument,
  { claiming: { chosen, templates } }: Run,
): TemplateSource | null {
  if (chosen?.id === id) return chosen;
  const known = templates.nearest(document).find((source) => source.id === id);
  return known ?? templates.presets().find((source) => source.id === id) ?? null;
}
