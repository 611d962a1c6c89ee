import type { Finding, Fix } from '../../server/src/core/rules/finding.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { usualSeverity } from '../../server/src/core/checking/rule-page.ts';
import { createLineIndex, type LineIndex } from '../../server/src/core/text/line-index.ts';

const caretLine =
  /^ *\^+(?:\+\d+:\d+)? (?:(?:error|warning|information|hint) )?[a-z]+(?:-[a-z]+)*: .*(?:\n|$)/gm;

/** Returns the text of a document without its caret lines. */
export function stripAnnotations(annotated: string): string {
  return annotated.replace(caretLine, '');
}

/**
 * Returns the text with a caret line for each finding below the line where it starts.
 * @throws Error where a finding starts after the last line ending, where no reader sees it.
 */
export function annotate(text: string, findings: readonly Finding[]): string {
  const index = createLineIndex(text);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const carets = new Map<number, string[]>();
  for (const finding of [...findings].sort(byPlace)) {
    const { line } = index.pointAt(finding.range.start);
    if (line > Math.max(lines.length, 1)) {
      throw new Error(`The finding starts behind the last line: ${describe(finding)}`);
    }
    const drawn = caretsOf(index, finding) + describe(finding) + relatedOf(index, finding);
    carets.set(line, [...(carets.get(line) ?? []), drawn]);
  }
  if (lines.length === 0) return (carets.get(1) ?? []).map((line) => `${line}\n`).join('');
  return lines
    .flatMap((line, number) => [line, ...(carets.get(number + 1) ?? [])])
    .map((line) => `${line}\n`)
    .join('');
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    (describe(a) < describe(b) ? -1 : 1)
  );
}

/** Draws the range; an end that carets can't show is written as lines further down and column. */
function caretsOf(index: LineIndex, { range }: Finding): string {
  const start = index.pointAt(range.start);
  const end = index.pointAt(range.end);
  const lineEnd = index.lineRange(start.line).end;
  const indent = ' '.repeat(start.column - 1);
  const width = Math.min(range.end, lineEnd) - range.start;
  const drawn = indent + '^'.repeat(Math.max(width, 1));
  const shown = end.line === start.line && (width > 0 || range.start === lineEnd);
  return shown ? `${drawn} ` : `${drawn}+${end.line - start.line}:${end.column} `;
}

function describe({ rule, severity, message, fixes }: Finding): string {
  const found = rules.find(({ id }) => id === rule);
  const usual = found !== undefined && usualSeverity(found) === severity;
  const title = (fix: Fix): string => ` [${fix.safe ? 'fix' : 'unsafe fix'}: ${fix.title}]`;
  return oneLine(`${usual ? '' : `${severity} `}${rule}: ${message}${fixes.map(title).join('')}`);
}

/** Shows the related places in the document by line and column; those in the template are of the rule's own making. */
function relatedOf(index: LineIndex, { related }: Finding): string {
  return related
    .filter(({ document }) => document === 'minutes')
    .map(({ range, message }) => {
      const { line, column } = index.pointAt(range.start);
      return oneLine(` [see ${line}:${column}: ${message}]`);
    })
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\r/g, '\\r').replace(/\n/g, '\\n');
}
