import { dirname } from 'node:path';
import { findingKey } from '../core/checking/finding-key.ts';
import { parseMarkdown } from '../core/markdown/parse-markdown.ts';
import { readMinutes } from '../core/minutes/read-minutes.ts';
import type { Finding } from '../core/rules/finding.ts';
import { findingsIn } from './check-document.ts';
import { claimDocument } from './claim-document.ts';
import { createCommittedVersions, type CommittedVersions } from './committed-versions.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment } from './environment.ts';
import { GitError } from './git.ts';
import type { OpenDocument } from './open-documents.ts';
import type { Run } from './run.ts';

/**
 * Returns reports without the findings that their documents already had in the merge base with a revision,
 * checked against today's template with today's options.
 * Where git can't give a document's earlier version, the run fails and all its findings stay.
 * @throws UsageError where the revision looks like an option.
 */
export function onlyNew(
  reports: readonly DocumentReport[],
  revision: string,
  { files, git }: Environment,
  run: Run,
): readonly DocumentReport[] {
  const versions = createCommittedVersions(revision, git);
  return reports.map((report) => {
    const document = report.findings.length === 0 ? null : openAgain(report, files);
    if (document === null) return report;
    try {
      return withoutOld(report, document, versions, run);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      run.fail(`--new-since ${revision}`, error.message);
      return report;
    }
  });
}

function openAgain(
  { path, location }: DocumentReport,
  files: Environment['files'],
): OpenDocument | null {
  const read = location === null ? { reason: '' } : files.read(location);
  if (location === null || 'reason' in read) return null;
  const decoded = decodeText(read.bytes);
  if ('reason' in decoded) return null;
  return { path, location, within: dirname(location), origin: 'named', bytes: read.bytes, decoded };
}

function withoutOld(
  report: DocumentReport,
  document: OpenDocument,
  versions: CommittedVersions,
  run: Run,
): DocumentReport {
  const { location, bytes } = document;
  const earlier = location === null ? null : versions.versionOf({ location, bytes });
  if (earlier === null) return report;
  const { text } = earlier;
  const before = { ...document, decoded: { ...document.decoded, text } };
  const claimed = claimDocument(before, text, run.claiming);
  const findings = claimed.kind === 'unchecked' ? [] : findingsIn(before, claimed, run);
  const old = countKeys(keysOf(findings, text));
  const keys = keysOf(report.findings, report.text);
  return {
    ...report,
    findings: report.findings.filter((finding, index) => {
      if (finding.rule === 'lost-update') return true;
      const key = keys[index] ?? '';
      const count = old.get(key) ?? 0;
      old.set(key, count - 1);
      return count <= 0;
    }),
  };
}

function keysOf(findings: readonly Finding[], text: string): readonly string[] {
  const minutes = readMinutes(parseMarkdown(text));
  return findings.map((finding) => JSON.stringify(findingKey(finding, minutes)));
}

function countKeys(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
