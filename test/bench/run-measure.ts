import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a measurement in a fresh process, and returns the numbers that it prints. */
export function runMeasure(script: string, argument: string): Readonly<Record<string, unknown>> {
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--no-warnings', join(import.meta.dirname, script), argument],
    { encoding: 'utf8', timeout: 600_000 },
  );
  const read: unknown = JSON.parse(output);
  return typeof read === 'object' && read !== null ? { ...read } : {};
}
