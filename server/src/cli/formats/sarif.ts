import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import { rules } from '../../core/checking/registry.ts';
import { rulePage, usualSeverity } from '../../core/checking/rule-page.ts';
import type { Severity, SeveritySetting } from '../../core/template/severity.ts';
import { createLineIndex, type LineIndex } from '../../core/text/line-index.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { printableJson } from '../printable-text.ts';
import { createFingerprints } from './fingerprint.ts';
import { placedFindings, type PlacedFinding, type RunReport } from './format.ts';

const levels: Readonly<Record<SeveritySetting, 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** Returns a log in SARIF 2.1.0, with the pages of the rules that found something, and all fixes. */
export function sarifFormat({ reports, version, failed }: RunReport): string {
  const findings = placedFindings(reports);
  const found = new Set(findings.map(({ finding }) => finding.rule));
  const descriptors = rules.filter(({ id }) => found.has(id)).map(descriptorOf);
  const fingerprintOf = createFingerprints();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'minutes', semanticVersion: version, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: !failed }],
        results: findings.map((placed) => resultOf(placed, fingerprintOf(placed), descriptors)),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function descriptorOf(rule: (typeof rules)[number]): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    help: { text: `minutes explain ${rule.id}`, markdown: rulePage(rule) },
    defaultConfiguration: { level: levels[usualSeverity(rule)] },
  };
}

function resultOf(
  { finding, path, text }: PlacedFinding,
  fingerprint: string,
  descriptors: readonly ReportingDescriptor[],
): Result {
  const lines = createLineIndex(text);
  const artifactLocation = { uri: encodeURI(path) };
  const level: Severity = finding.severity;
  return {
    ruleId: finding.rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === finding.rule),
    level: levels[level],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.range, lines) } }],
    partialFingerprints: { 'minutesFinding/v1': fingerprint },
    fixes: finding.fixes
      .filter(({ edits }) => edits.length > 0)
      .map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: regionOf(edit.range, lines),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
  };
}

function regionOf({ start, end }: OffsetRange, lines: LineIndex): Region {
  const from = lines.pointAt(start);
  const to = lines.pointAt(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
