import { dirname } from 'node:path';
import { isTemplatePath } from '../core/claims/choose-template.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Severity } from '../core/template/severity.ts';
import { isRecord } from '../core/text/is-record.ts';
import { isAtLeast, severities, type DocumentReport } from './document-report.ts';
import { templateFolder } from './find-documents.ts';

/** The findings that a repository has and lives with: how many of each rule are in each file. */
export interface KnownFindings {
  /** The lowest severity that is counted. */
  readonly minimum: Severity;
  /** Counts by path, relative to the folder that holds `.minutes/`, and by rule. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Path of the file of known findings, from the folder that holds `.minutes/`. */
export const knownFindingsFile = `${templateFolder}/baseline.json`;

/** Returns the folder whose known findings count for a report; null where there is none. */
export function rootOfReport({ location, template }: DocumentReport): string | null {
  if (location === null) return null;
  const root = isTemplatePath(location) ? dirname(dirname(location)) : (template?.root ?? null);
  return root !== null && location.startsWith(`${root}/`) ? root : null;
}

/** Returns the known findings that a text holds; null where it holds none. */
export function readKnownFindings(text: string): KnownFindings | null {
  const value = parseOrNull(text);
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.files)) return null;
  const minimum = severities.find((severity) => severity === value.minSeverity);
  if (minimum === undefined) return null;
  const countsOf = (counts: unknown): ReadonlyMap<string, number> =>
    new Map(
      Object.entries(isRecord(counts) ? counts : {}).flatMap(([rule, count]) =>
        typeof count === 'number' && count > 0 ? [[rule, count] as const] : [],
      ),
    );
  const files = Object.entries(value.files).map(
    ([path, counts]) => [path, countsOf(counts)] as const,
  );
  return { minimum, files: new Map(files) };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Returns the text that holds known findings, in the same order each time. */
export function writeKnownFindings({ minimum, files }: KnownFindings): string {
  const counted = [...files].filter(([, counts]) => counts.size > 0);
  const inOrder = byName(counted.map(([path, counts]) => [path, byName([...counts])]));
  const value = { version: 1, minSeverity: minimum, files: inOrder };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function byName<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the known findings of reports in the files of a root. */
export function countKnown(
  reports: readonly DocumentReport[],
  root: string,
  minimum: Severity,
): KnownFindings {
  const files = reports
    .filter((report) => rootOfReport(report) === root && report.state !== 'unreadable')
    .map((report) => [pathBelow(root, report), countByRule(report.findings, minimum)] as const);
  return { minimum, files: new Map(files) };
}

/** Returns a path relative to a root. */
export function pathBelow(root: string, { location }: DocumentReport): string {
  return location?.slice(root.length + 1) ?? '';
}

/** Counts what can be known: neither failures of the program nor lost updates are lived with. */
function countByRule(findings: readonly Finding[], minimum: Severity): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (!canBeKnown(finding, minimum)) continue;
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  }
  return counts;
}

function canBeKnown({ rule, severity, failure }: Finding, minimum: Severity): boolean {
  return failure === undefined && rule !== 'lost-update' && isAtLeast(severity, minimum);
}

/** A report without what is known, and how many known findings it no longer has. */
export interface FreshReport {
  readonly report: DocumentReport;
  readonly known: number;
  readonly gone: number;
}

/** Returns a report without the findings of rules of which it has no more than are known. */
export function withoutKnown(
  report: DocumentReport,
  root: string,
  { files, minimum }: KnownFindings,
): FreshReport {
  const known = files.get(pathBelow(root, report)) ?? new Map<string, number>();
  const counts = countByRule(report.findings, minimum);
  const isKnown = (finding: Finding): boolean =>
    canBeKnown(finding, minimum) &&
    (counts.get(finding.rule) ?? 0) <= (known.get(finding.rule) ?? 0);
  const findings = report.findings.filter((finding) => !isKnown(finding));
  const gone = [...known].reduce(
    (sum, [rule, count]) => sum + Math.max(0, count - (counts.get(rule) ?? 0)),
    0,
  );
  return {
    report: { ...report, findings },
    known: report.findings.length - findings.length,
    gone,
  };
}

/** Returns known findings without those that are gone; files that were not looked at stay as they are. */
export function withoutGone(
  { minimum, files }: KnownFindings,
  now: KnownFindings,
  isThere: (path: string) => boolean,
): KnownFindings {
  const kept = [...files].flatMap(([path, counts]) => {
    if (!isThere(path)) return [];
    const present = now.files.get(path);
    if (present === undefined) return [[path, counts] as const];
    const lowered = [...counts]
      .map(([rule, count]) => [rule, Math.min(count, present.get(rule) ?? 0)] as const)
      .filter(([, count]) => count > 0);
    return [[path, new Map(lowered)] as const];
  });
  return { minimum, files: new Map(kept) };
}
