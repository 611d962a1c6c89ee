import type { Severity } from '../../core/template/severity.ts';
import { printableJson, printableLine } from '../printable-text.ts';
import { createFingerprints } from './fingerprint.ts';
import { placedFindings, type RunReport } from './format.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** Returns a report for GitLab's Code Quality widget. */
export function gitlabFormat({ reports }: RunReport): string {
  const fingerprintOf = createFingerprints();
  const issues = placedFindings(reports).map((placed) => ({
    description: printableLine(placed.finding.message),
    check_name: placed.finding.rule,
    fingerprint: fingerprintOf(placed),
    severity: severities[placed.finding.severity],
    location: {
      path: placed.path,
      lines: { begin: placed.start.line, end: placed.end.line },
    },
  }));
  return `${printableJson(issues)}\n`;
}
