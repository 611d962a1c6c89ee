import * as l10n from '@vscode/l10n';
import { styleText } from 'node:util';
import type { Finding } from '../../core/rules/finding.ts';
import type { Severity } from '../../core/template/severity.ts';
import { summarize, type ReportSummary } from '../document-report.ts';
import { isolated, printableLine } from '../printable-text.ts';
import { explainFinding } from './explanation.ts';
import { placedFindings, type RunReport } from './format.ts';
import { statisticsOf } from './statistics.ts';

const colors = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const;

/** Returns a line for each finding, as an editor's problem matcher reads it, or how many there are of what, and a summary. */
export function prettyFormat(run: RunReport): string {
  const { reports, detail } = run;
  const body = detail.statistics === true ? statisticsTables(reports) : findingLines(run);
  return `${body}${detail.quiet === true ? '' : prettySummary(run)}`;
}

function findingLines({ reports, detail, hasColors, showPath }: RunReport): string {
  const lines = placedFindings(reports).flatMap((placed) => {
    const { path, start, finding } = placed;
    const place = `${printableLine(path)}:${start.line}:${start.column}`;
    return [
      `${place} ${describe(finding, hasColors)}`,
      ...(detail.explain === true ? explainFinding(placed, showPath) : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function statisticsTables(reports: RunReport['reports']): string {
  const { rules, teams, months } = statisticsOf(reports);
  return [
    { title: l10n.t('By rule'), counts: rules },
    { title: l10n.t('By team'), counts: teams },
    { title: l10n.t('By month'), counts: months },
  ]
    .filter(({ counts }) => counts.length > 0)
    .map(({ title, counts }) => {
      const width = Math.max(...counts.map(({ count }) => String(count).length));
      const rows = counts.map(
        ({ name, count }) =>
          `  ${String(count).padStart(width)}  ${isolated(printableLine(name))}\n`,
      );
      return `${title}\n${rows.join('')}\n`;
    })
    .join('');
}

function describe({ severity, rule, message }: Finding, hasColors: boolean): string {
  const shown = hasColors
    ? styleText(colors[severity], severity, { validateStream: false })
    : severity;
  const shownRule = hasColors ? styleText('dim', rule, { validateStream: false }) : rule;
  return `${shown} ${shownRule} ${isolated(printableLine(message))}`;
}

/** Returns a sentence on how many files were checked, what was found and not shown, and whether something failed. */
export function prettySummary({ reports, hidden, known, minimum, failed }: RunReport): string {
  const checked = reports.filter(({ state }) => state === 'checked').length;
  const unclaimed = reports.filter(({ state }) => state === 'unclaimed').length;
  const summary = summarize(reports);
  const sentences = [
    checked === 1
      ? l10n.t('1 file checked: {0}', found(summary))
      : l10n.t('{0} files checked: {1}', checked, found(summary)),
    ...(summary.fixable > 0 ? [l10n.t('“minutes fix” repairs {0} of them', summary.fixable)] : []),
    ...(hidden > 0 ? [hiddenCount(hidden, minimum)] : []),
    ...(known > 0 ? [l10n.t('{0} known in the baseline', known)] : []),
    ...(failed ? [l10n.t('some of it could not be done')] : []),
    ...(unclaimed > 0 ? [unclaimedCount(unclaimed)] : []),
  ];
  return `${sentences.join('; ')}.\n`;
}

function found({ errors, warnings, informations, hints }: ReportSummary): string {
  const counts = [
    ...(errors > 0 ? [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)] : []),
    ...(warnings > 0
      ? [warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)]
      : []),
    ...(informations > 0 ? [l10n.t('{0} information', informations)] : []),
    ...(hints > 0 ? [hints === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hints)] : []),
  ];
  return counts.length > 0 ? counts.join(', ') : l10n.t('nothing found');
}

function hiddenCount(hidden: number, minimum: Severity): string {
  return hidden === 1
    ? l10n.t('1 finding below {0} not shown', minimum)
    : l10n.t('{0} findings below {1} not shown', hidden, minimum);
}

function unclaimedCount(unclaimed: number): string {
  return unclaimed === 1
    ? l10n.t('no template claims 1 other file')
    : l10n.t('no template claims {0} other files', unclaimed);
}
