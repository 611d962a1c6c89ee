import type { Severity } from '../../core/template/severity.ts';
import { createLineIndex, type LineIndex } from '../../core/text/line-index.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { printableJson, printableLine } from '../printable-text.ts';
import { placedFindings, type PlacedFinding, type RunReport } from './format.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** Returns a line of reviewdog's diagnostic format (rdjsonl) for each finding, its safe fix as a suggestion. */
export function rdjsonlFormat({ reports }: RunReport): string {
  return placedFindings(reports)
    .map((placed) => `${printableJson(diagnosticOf(placed))}\n`)
    .join('');
}

function diagnosticOf({ finding, path, text }: PlacedFinding): object {
  const lines = createLineIndex(text);
  const edits = finding.fixes.find(({ safe }) => safe)?.edits ?? [];
  return {
    message: printableLine(finding.message),
    location: { path, range: rangeOf(finding.range, text, lines) },
    severity: severities[finding.severity],
    source: { name: 'minutes' },
    code: { value: finding.rule },
    suggestions: edits.map(({ range, text: inserted }) => ({
      range: rangeOf(range, text, lines),
      text: inserted,
    })),
  };
}

/** The format counts columns from 1 in UTF-8 bytes. */
function rangeOf({ start, end }: OffsetRange, text: string, lines: LineIndex): object {
  const pointAt = (offset: number): object => {
    const { line, column } = lines.pointAt(offset);
    const before = text.slice(offset - column + 1, offset);
    return { line, column: new TextEncoder().encode(before).length + 1 };
  };
  return { start: pointAt(start), end: pointAt(end) };
}
