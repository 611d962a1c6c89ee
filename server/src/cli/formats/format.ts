import type { TemplateSource } from '../../core/claims/choose-template.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Severity } from '../../core/template/severity.ts';
import type { LinePoint } from '../../core/text/line-index.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { severities, type DocumentReport } from '../document-report.ts';

/** All that a run has to report. */
export interface RunReport {
  readonly reports: readonly DocumentReport[];
  /** How many findings are below the lowest severity that is shown. */
  readonly hidden: number;
  /** How many findings the baseline knows. */
  readonly known: number;
  /** The lowest severity that is shown. */
  readonly minimum: Severity;
  /** Something could not be done as asked. */
  readonly failed: boolean;
  /** The program's version. */
  readonly version: string;
  readonly hasColors: boolean;
  /** Returns a template's path as the user sees it. */
  readonly showPath: (templateId: string) => string;
  /** How much is said. */
  readonly detail: ReportDetail;
  /** What was asked for. */
  readonly request: RunRequest;
}

/** How much a report says besides the findings or instead of them. */
export interface ReportDetail {
  /** No summary. */
  readonly quiet?: boolean;
  /** Beneath each finding why it is one, and its repair. */
  readonly explain?: boolean;
  /** How many findings there are of what, instead of the findings. */
  readonly statistics?: boolean;
}

/** The arguments that a next command repeats. */
export interface RunRequest {
  readonly paths: readonly string[];
  readonly options: readonly string[];
}

/** Writes what a run has to report in one form. */
export type Format = (run: RunReport) => string;

/** A finding with its place. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** As the user sees it, with `/` between its parts and without `./` at its start. */
  readonly path: string;
  /** The text that the finding is about. */
  readonly text: string;
  /** The template that the text was checked against. */
  readonly template: TemplateSource | null;
  readonly start: LinePoint;
  readonly end: LinePoint;
}

/** Returns the findings of all documents in their order, each with its place. */
export function placedFindings(reports: readonly DocumentReport[]): readonly PlacedFinding[] {
  return reports.flatMap(({ path, text, template, findings }) => {
    const lines = createLineIndex(text);
    return findings.map((finding) => ({
      finding,
      path: path.replace(/^(?:\.\/)+/, ''),
      text,
      template,
      start: lines.pointAt(finding.range.start),
      end: lines.pointAt(finding.range.end),
    }));
  });
}

/** Returns findings with the most severe first; those of one severity stay in their order. */
export function gravestFirst(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return severities.flatMap((severity) =>
    findings.filter(({ finding }) => finding.severity === severity),
  );
}
