import type { TemplateSource } from '../core/claims/choose-template.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Severity } from '../core/template/severity.ts';

/** A day on which none of the templates of minutes applies. */
export interface OutsideEras {
  /** ISO date. */
  readonly date: string;
  /** What the templates are called. */
  readonly templates: string;
}

/** What was found in one document. */
export interface DocumentReport {
  /** The path as the user sees it. */
  readonly path: string;
  /** The absolute path; null where there is none. */
  readonly location: string | null;
  /** The text that the findings speak of. */
  readonly text: string;
  readonly state:
    'checked' | 'unclaimed' | 'no-era' | 'ambiguous' | 'invalid-template' | 'unreadable';
  readonly template: TemplateSource | null;
  /** The minutes say that their meeting was not held. */
  readonly cancelled?: true;
  /** Why minutes that were found in a folder are not checked; said of all such minutes together. */
  readonly outside?: OutsideEras;
  readonly findings: readonly Finding[];
}

/** The severities from the most severe on. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Returns whether a severity is as high as another, or higher. */
export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(minimum);
}

/** Counts of what reports say. */
export interface ReportSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** Findings that a safe fix repairs. */
  readonly fixable: number;
}

/** Returns the counts of all reports together. */
export function summarize(reports: readonly DocumentReport[]): ReportSummary {
  const findings = reports.flatMap((report) => report.findings);
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    files: reports.length,
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
    fixable: findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
  };
}
