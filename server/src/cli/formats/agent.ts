import type { Finding } from '../../core/rules/finding.ts';
import { summarize } from '../document-report.ts';
import { printableLine } from '../printable-text.ts';
import { placedFindings, type PlacedFinding, type RunReport } from './format.ts';

/**
 * Returns what an agent needs and nothing else, in English: a line for each finding with its repair,
 * a count, and the command to run next.
 */
export function agentFormat(run: RunReport): string {
  const findings = placedFindings(run.reports);
  const { files, fixable } = summarize(run.reports);
  const incomplete = run.failed ? '; incomplete, see the standard error' : '';
  return [
    ...findings.map(lineOf),
    `files: ${files}, findings: ${findings.length}, safely fixable: ${fixable}${incomplete}`,
    `next: ${nextOf(run, findings, fixable)}`,
    '',
  ].join('\n');
}

function lineOf({ finding, path, start }: PlacedFinding): string {
  const { severity, rule, message, fixes } = finding;
  const [fix] = fixes;
  const repair =
    fix === undefined ? '' : ` -> ${fix.safe ? '' : 'not safe: '}${printableLine(fix.title)}`;
  return `${printableLine(path)}:${start.line}:${start.column} ${severity} ${rule}: ${printableLine(message)}${repair}`;
}

function nextOf(run: RunReport, findings: readonly PlacedFinding[], fixable: number): string {
  const { reports, request } = run;
  const over = (counts: (finding: Finding) => boolean): string => {
    const found = reports.filter((report) => report.findings.some(counts)).map(({ path }) => path);
    return argumentsOf(request.options, found.length <= mostFiles ? found : request.paths);
  };
  if (fixable > 0) return `minutes fix ${over(({ fixes }) => fixes.some(({ safe }) => safe))}`;
  const [first] = findings;
  if (first === undefined) return 'nothing to do';
  return `minutes explain ${first.finding.rule}; edit; minutes check --format agent ${over(() => true)}`;
}

/** Files beyond this number are reported as the paths that were given. */
const mostFiles = 5;

function argumentsOf(options: readonly string[], paths: readonly string[]): string {
  return [...options, ...(paths.length === 0 ? ['.'] : paths)].map(shellWord).join(' ');
}

/** Returns a word that a shell takes as it is. */
function shellWord(word: string): string {
  const plain = printableLine(word);
  return /^[\w./@%+=:,-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", String.raw`'\''`)}'`;
}
