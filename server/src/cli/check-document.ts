import { basename } from 'node:path';
import { checkFile } from '../core/checking/check-file.ts';
import { isCancelledAt } from '../core/matching/cancelled-meeting.ts';
import type { Finding } from '../core/rules/finding.ts';
import { parseTemplate } from '../core/template/parse-template.ts';
import { internalError } from '../core/text/internal-error.ts';
import type { ClaimedDocument } from './claim-document.ts';
import type { DocumentReport } from './document-report.ts';
import { UsageError } from './environment.ts';
import type { OpenDocument, OpenedPath } from './open-documents.ts';
import type { Run } from './run.ts';

/** Returns the report of a document, or of a path that can't be read. */
export function checkOpened(opened: OpenedPath, run: Run): DocumentReport {
  if ('reason' in opened) return reportUnreadable(opened, run);
  return reportOrFailure(opened.path, run, () => checkDocument(opened.document, run));
}

/** Returns the report of a document; where the program fails on it, fails the run and lets it go on with the others. */
export function reportOrFailure(
  path: string,
  run: Run,
  report: () => DocumentReport,
): DocumentReport {
  try {
    return report();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return reportUnreadable({ path, reason: internalError('the check', error).message }, run);
  }
}

/** Returns the report of a path that can't be read, and fails the run. */
export function reportUnreadable(
  { path, reason }: { readonly path: string; readonly reason: string },
  run: Run,
): DocumentReport {
  run.fail(path, reason);
  return { path, location: null, text: '', state: 'unreadable', template: null, findings: [] };
}

function checkDocument(document: OpenDocument, run: Run): DocumentReport {
  const { decoded } = document;
  const claimed = run.claimOf(document, decoded.text);
  if (claimed.kind === 'unchecked') return reportUnchecked(document, claimed, run);
  return reportChecked(document, claimed, decoded.text, findingsIn(document, claimed, run));
}

/** Returns the findings of a document that is claimed or a template. */
export function findingsIn(
  document: OpenDocument,
  claimed: Exclude<ClaimedDocument, { kind: 'unchecked' }>,
  run: Run,
): readonly Finding[] {
  if (claimed.kind === 'minutes') {
    return checkFile(run.inputOf(claimed, document), run.createReportCache());
  }
  const { location, path, decoded } = document;
  const { templates } = run.claiming;
  templates.nearest(document);
  const consulted = templates.consultedAt(location ?? '', decoded.text);
  const template = consulted?.template ?? parseTemplate(decoded.text, basename(path));
  return run.checkTemplate(location ?? '', template);
}

/** Returns what is known of a template's file besides its own text. */
export function knownOfTemplate(
  document: OpenDocument,
  text: string,
  run: Run,
): ReturnType<Run['knownOf']> {
  run.claiming.templates.nearest(document);
  return run.knownOf(document.location ?? '', text);
}

/** Returns the report of a document that was checked. */
export function reportChecked(
  { path, location }: OpenDocument,
  claimed: Exclude<ClaimedDocument, { kind: 'unchecked' }>,
  text: string,
  findings: DocumentReport['findings'],
): DocumentReport {
  if (claimed.kind !== 'minutes') {
    return { path, location, text, state: 'checked', template: null, findings };
  }
  const { minutes, template, fileName } = claimed.input();
  const cancelled = isCancelledAt(minutes, template, fileName) && { cancelled: true as const };
  return {
    path,
    location,
    text,
    state: 'checked',
    template: claimed.source,
    ...cancelled,
    findings,
  };
}

/** Returns the report of a document that is not checked, and tells why where the user should know. */
export function reportUnchecked(
  { path, location, decoded, origin }: OpenDocument,
  claimed: Extract<ClaimedDocument, { kind: 'unchecked' }>,
  run: Run,
): DocumentReport {
  const { state, source, reason, isFailure } = claimed;
  const outside = origin === 'found' ? claimed.outside : undefined;
  if (isFailure) run.fail(path, reason);
  else if (outside === undefined && (origin !== 'found' || state !== 'unclaimed')) {
    run.note(path, reason);
  }
  return {
    path,
    location,
    text: decoded.text,
    state,
    template: source,
    ...(outside !== undefined && { outside }),
    findings: [],
  };
}
