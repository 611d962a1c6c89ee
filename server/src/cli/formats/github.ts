import type { Severity } from '../../core/template/severity.ts';
import { printableLine } from '../printable-text.ts';
import { gravestFirst, placedFindings, type PlacedFinding, type RunReport } from './format.ts';
import { prettySummary } from './pretty.ts';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub shows so many annotations of each kind for one step, and drops the others. */
const mostOfEachKind = 10;

/**
 * Returns GitHub's workflow commands for annotations, the most severe findings first;
 * what GitHub wouldn't show follows in a group of the log.
 */
export function githubFormat(run: RunReport): string {
  const shown: PlacedFinding[] = [];
  const others: PlacedFinding[] = [];
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const placed of gravestFirst(placedFindings(run.reports))) {
    const kind = commands[placed.finding.severity];
    (++counts[kind] <= mostOfEachKind ? shown : others).push(placed);
  }
  const summary = prettySummary(run);
  return [
    ...shown.map(annotationOf),
    ...(others.length === 0
      ? []
      : [`::group::${others.length} more`, ...others.map(lineOf), '::endgroup::']),
    inLog(summary.trimEnd()),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function annotationOf({ finding, path, start, end }: PlacedFinding): string {
  const { rule, severity, message } = finding;
  const properties = {
    file: path,
    line: String(start.line),
    ...(end.line === start.line && end.column > start.column
      ? { col: String(start.column), endColumn: String(end.column) }
      : { endLine: String(end.line) }),
    title: rule,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(printableLine(value))}`,
  );
  const help = `minutes explain ${rule}`;
  return `::${commands[severity]} ${written.join(',')}::${escapeData(`${printableLine(message)}\n${help}`)}`;
}

function lineOf({ finding: { rule, severity, message }, path, start }: PlacedFinding): string {
  return inLog(
    `${printableLine(path)}:${start.line}:${start.column} ${severity} ${rule} ${printableLine(message)}`,
  );
}

/** GitHub takes `::` at a line's start, and `##[` anywhere, for a command. */
function inLog(line: string): string {
  return `- ${line.replaceAll('##[', '# #[')}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
