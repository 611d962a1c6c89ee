import type { Finding } from '../../core/rules/finding.ts';
import { createLineIndex, type LineIndex } from '../../core/text/line-index.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { summarize, type DocumentReport } from '../document-report.ts';
import type { RunReport } from './format.ts';
import { statisticsOf } from './statistics.ts';
import { printableJson } from '../printable-text.ts';

/** Returns the reports as one line of JSON, as `docs/command-line.md` describes it. */
export function jsonFormat({ reports, showPath, detail, known }: RunReport): string {
  const files = reports.map((report) => fileOf(report, showPath));
  const summary = { ...summarize(reports), ...(known > 0 && { known }) };
  const statistics = detail.statistics === true && { statistics: statisticsOf(reports) };
  return `${printableJson({ version: 1, files, summary, ...statistics })}\n`;
}

function fileOf(
  { path, text, state, template, cancelled, findings }: DocumentReport,
  showPath: (templateId: string) => string,
): object {
  const lines = createLineIndex(text);
  const templateLines = createLineIndex(template?.template.text ?? '');
  return {
    path,
    template: template?.template.name ?? null,
    state,
    ...(cancelled === true && { cancelled }),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: rangeOf(finding.range, lines),
      fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
      related: relatedOf(finding, (document) =>
        document === 'template' && template !== null
          ? { path: showPath(template.id), lines: templateLines }
          : { path, lines },
      ),
    })),
  };
}

function relatedOf(
  { related }: Finding,
  placeOf: (document: 'minutes' | 'template') => { path: string; lines: LineIndex },
): object[] {
  return related.map(({ document, range, message }) => {
    const { path, lines } = placeOf(document);
    return { path, range: rangeOf(range, lines), message };
  });
}

function rangeOf({ start, end }: OffsetRange, lines: LineIndex): object {
  return {
    start: { ...lines.pointAt(start), offset: start },
    end: { ...lines.pointAt(end), offset: end },
  };
}
