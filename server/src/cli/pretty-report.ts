import { styleText } from 'node:util';
import type { Finding } from '../core/rules/finding.ts';
import type { Severity } from '../core/template/severity.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { summarize, type DocumentReport, type ReportSummary } from './document-report.ts';
import { printableLine } from './printable-text.ts';

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const;

/** Returns a line for each finding, as an editor's problem matcher reads it: place, severity, rule, message. */
export function prettyFindings(reports: readonly DocumentReport[], hasColours: boolean): string {
  return reports.map((report) => findingsOf(report, hasColours)).join('');
}

function findingsOf({ path, text, findings }: DocumentReport, hasColours: boolean): string {
  const lines = createLineIndex(text);
  return findings
    .map((finding) => {
      const { line, column } = lines.pointAt(finding.range.start);
      return `${printableLine(path)}:${line}:${column} ${describe(finding, hasColours)}\n`;
    })
    .join('');
}

function describe({ severity, rule, message }: Finding, hasColours: boolean): string {
  const shown = hasColours
    ? styleText(colours[severity], severity, { validateStream: false })
    : severity;
  const shownRule = hasColours ? styleText('dim', rule, { validateStream: false }) : rule;
  return `${shown} ${shownRule} ${printableLine(message)}`;
}

/** Returns a sentence that tells how many files were checked, what was found and not shown, and whether something failed. */
export function prettySummary(
  reports: readonly DocumentReport[],
  hidden: number,
  minimum: Severity,
  failed: boolean,
): string {
  const checked = reports.filter(({ state }) => state === 'checked').length;
  const unclaimed = reports.filter(({ state }) => state === 'unclaimed').length;
  const summary = summarize(reports);
  const sentences = [
    `${plural(checked, 'file')} checked: ${found(summary)}`,
    ...(summary.fixable > 0 ? [`“minutes fix” repairs ${summary.fixable} of them`] : []),
    ...(hidden > 0 ? [`${plural(hidden, 'finding')} below ${minimum} not shown`] : []),
    ...(failed ? ['not everything could be done as asked'] : []),
    ...(unclaimed > 0 ? [`no template claims ${plural(unclaimed, 'other file')}`] : []),
  ];
  return `${sentences.join('; ')}.\n`;
}

function found({ errors, warnings, informations, hints }: ReportSummary): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(informations > 0 ? [plural(informations, 'information')] : []),
    ...(hints > 0 ? [plural(hints, 'hint')] : []),
  ];
  return counts.length > 0 ? counts.join(', ') : 'nothing found';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
