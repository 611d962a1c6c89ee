import assert from 'node:assert/strict';

/** The report that `--format json` prints; the tests read its form from here. */
export interface JsonReport {
  readonly version: number;
  readonly files: readonly JsonFile[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly hints: number;
    readonly fixable: number;
  };
}

export interface JsonFile {
  readonly path: string;
  readonly template: string | null;
  readonly state: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Reads a report, and asserts that it is on one line and has each file once. */
export function readReport(output: string): JsonReport {
  assert.match(output, /^[^\n]+\n$/);
  const report: unknown = JSON.parse(output);
  assert.ok(isReport(report));
  const paths = report.files.map(({ path }) => path);
  assert.deepEqual(paths, [...new Set(paths)]);
  return report;
}

function isReport(value: unknown): value is JsonReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every(
      (file: unknown) =>
        typeof file === 'object' && file !== null && 'state' in file && 'findings' in file,
    )
  );
}

/** Returns the state of each file by path. */
export function statesOf(output: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readReport(output).files.map(({ path, state }) => [path, state]));
}

/** Returns the rules of all findings, sorted. */
export function rulesOf(output: string): readonly string[] {
  return readReport(output)
    .files.flatMap(({ findings }) => findings.map(({ rule }) => rule))
    .sort();
}
