import { basename, dirname } from 'node:path';
import type { Finding } from '../core/rules/finding.ts';
import { fixMinutes } from '../core/checking/fix-minutes.ts';
import { fixTemplate } from '../core/checking/fix-template.ts';
import { isTemplatePath } from '../core/claims/choose-template.ts';
import {
  findingsIn,
  reportChecked,
  reportOrFailure,
  reportUnchecked,
  reportUnreadable,
  knownOfTemplate,
} from './check-document.ts';
import { claimDocument, type ClaimedDocument } from './claim-document.ts';
import { encodeText, markedText } from './decode-text.ts';
import type { DocumentReport } from './document-report.ts';
import { FileError, type Environment } from './environment.ts';
import { openDocuments, type OpenDocument, type OpenedPath } from './open-documents.ts';
import { printableText } from './printable-text.ts';
import { startRun, type Run } from './run.ts';
import { isForPeople, type RunOptions } from './run-options.ts';
import { unifiedDiff } from './unified-diff.ts';

/** The options of `minutes fix`. */
export interface FixRunOptions extends RunOptions {
  readonly dryRun?: true;
  readonly all?: true;
}

/**
 * Repairs the documents of the given paths, or shows how, writes what remains, and returns the exit code.
 * The standard input goes repaired to the standard output.
 */
export async function fixDocuments(
  paths: readonly string[],
  options: FixRunOptions,
  environment: Environment,
): Promise<number> {
  const run = startRun({ ...options, paths }, environment);
  const opened = await openDocuments(paths, options, environment, run.note);
  const reports = new Map<string, DocumentReport>();
  if (options.dryRun !== true) removeStale(opened, environment, run);
  const isTemplate = (path: OpenedPath): boolean =>
    'document' in path && isTemplatePath(path.document.location);
  const minutes = opened.filter((path) => !isTemplate(path));
  const repairEach = async (each: OpenedPath): Promise<void> => {
    await nextTurn();
    const report =
      'reason' in each
        ? reportUnreadable(each, run)
        : reportOrFailure(each.path, run, () =>
            fixDocument(each.document, options, run, environment),
          );
    reports.set(each.path, report);
  };
  // The repaired template checks the minutes, which are all read as evidence before the first is repaired.
  for (const each of opened.filter(isTemplate)) await repairEach(each);
  if (minutes.length > 1) for (const each of minutes) readEvidence(each, run);
  for (const each of minutes) await repairEach(each);
  const isOutputTaken =
    paths.includes('-') || (options.dryRun === true && isForPeople(options.outputs));
  return run.finish(
    opened.flatMap(({ path }) => reports.get(path) ?? []),
    isOutputTaken ? environment.errors : environment.output,
  );
}

/** Removes what runs that were killed have left beside the documents. */
function removeStale(opened: readonly OpenedPath[], { files }: Environment, run: Run): void {
  const found = opened.flatMap((each) =>
    'document' in each ? (each.document.location ?? []) : [],
  );
  for (const folder of new Set(found.map((location) => dirname(location)))) {
    try {
      files.removeStale(folder);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      run.note(folder, error.message);
    }
  }
}

/** Lets a signal end the run between two files. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function readEvidence(opened: OpenedPath, run: Run): void {
  if ('reason' in opened) return;
  const { document } = opened;
  const claimed = claimDocument(document, document.decoded.text, run.claiming);
  if (claimed.kind === 'minutes') run.inputOf(claimed, document).history.evidence();
}

function fixDocument(
  document: OpenDocument,
  options: FixRunOptions,
  run: Run,
  environment: Environment,
): DocumentReport {
  const { text } = document.decoded;
  const claimed = claimDocument(document, text, run.claiming);
  if (claimed.kind === 'unchecked') {
    deliver(document, text, options, environment, run);
    return reportUnchecked(document, claimed, run);
  }
  const repaired = repair(document, claimed, options, run);
  try {
    deliver(document, repaired.text, options, environment, run);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    run.fail(document.path, error.message);
    return reportChecked(document, claimed, text, findingsIn(document, claimed, run));
  }
  if (claimed.kind === 'template') run.claiming.templates.hold(document.path, repaired.text);
  return reportChecked(document, claimed, repaired.text, repaired.remaining);
}

type Claimed = Exclude<ClaimedDocument, { kind: 'unchecked' }>;

function repair(
  document: OpenDocument,
  claimed: Claimed,
  { all }: FixRunOptions,
  run: Run,
): { readonly text: string; readonly remaining: readonly Finding[] } {
  const options = { unsafe: all === true, rules: run.rules };
  if (claimed.kind === 'minutes') return fixMinutes(run.inputOf(claimed, document), options);
  const { path, decoded } = document;
  return fixTemplate(decoded.text, basename(path), options, (text) =>
    knownOfTemplate(document, text, run),
  );
}

/**
 * Puts the repaired text where it belongs: the standard output, the file, or neither in a dry run.
 * What a dry run would do, and what was repaired though not safe, is shown.
 */
function deliver(
  { path, bytes, decoded, within, origin }: OpenDocument,
  text: string,
  { dryRun, all, outputs }: FixRunOptions,
  { files, output }: Environment,
  run: Run,
): void {
  const show = (shown: string): void => {
    output.write(output.isTerminal ? printableText(shown) : shown);
  };
  if (origin === 'standard-input' && !dryRun) {
    show(markedText({ ...decoded, text }));
    return;
  }
  if (text === decoded.text) return;
  if (!dryRun) {
    const replacement = { expected: bytes, bytes: encodeText({ ...decoded, text }), within };
    for (const lost of files.replace(path, replacement)) run.note(path, lost);
  }
  if (isForPeople(outputs) && (dryRun || all)) show(unifiedDiff(path, decoded.text, text));
}
