import { styleText } from 'node:util';
import type { Finding } from '../../core/rules/finding.ts';
import { summarize, type ReportSummary } from '../document-report.ts';
import { printableLine } from '../printable-text.ts';
import { placedFindings, type RunReport } from './format.ts';

const colors = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const;

/** Returns a line for each finding, as an editor's problem matcher reads it, and a summary. */
export function prettyFormat(run: RunReport): string {
  const lines = placedFindings(run.reports).map(({ path, start, finding }) => {
    const place = `${printableLine(path)}:${start.line}:${start.column}`;
    return `${place} ${describe(finding, run.hasColors)}\n`;
  });
  return `${lines.join('')}${prettySummary(run)}`;
}

function describe({ severity, rule, message }: Finding, hasColors: boolean): string {
  const shown = hasColors
    ? styleText(colors[severity], severity, { validateStream: false })
    : severity;
  const shownRule = hasColors ? styleText('dim', rule, { validateStream: false }) : rule;
  return `${shown} ${shownRule} ${printableLine(message)}`;
}

/** Returns a sentence on how many files were checked, what was found and not shown, and whether something failed. */
export function prettySummary({ reports, hidden, minimum, failed }: RunReport): string {
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
