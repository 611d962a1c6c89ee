import type { DocumentReport } from '../document-report.ts';
import { printableLine } from '../printable-text.ts';
import { placedFindings, type PlacedFinding, type RunReport } from './format.ts';

/** Returns JUnit's XML: a suite for each checked file, with a failure for each finding. */
export function junitFormat({ reports }: RunReport): string {
  const checked = reports.filter(({ state }) => state === 'checked');
  const failures = checked.reduce((count, { findings }) => count + findings.length, 0);
  const tests = checked.reduce((count, { findings }) => count + Math.max(findings.length, 1), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="minutes" tests="${tests}" failures="${failures}" errors="0">`,
    ...checked.flatMap(suiteOf),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(report: DocumentReport): readonly string[] {
  const count = report.findings.length;
  const name = escapeXml(report.path);
  return [
    `  <testsuite name="${name}" tests="${Math.max(count, 1)}" failures="${count}" errors="0">`,
    ...(count === 0
      ? [`    <testcase classname="${name}" name="minutes" />`]
      : placedFindings([report]).map(caseOf)),
    '  </testsuite>',
  ];
}

function caseOf({ finding: { rule, severity, message }, path, start }: PlacedFinding): string {
  const place = `${start.line}:${start.column}`;
  const text = escapeXml(message);
  return (
    `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${rule} (${place})`)}">` +
    `<failure type="${severity}" message="${text}">${escapeXml(`${path}:${place} ${message}`)}</failure>` +
    '</testcase>'
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return printableLine(text)
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
