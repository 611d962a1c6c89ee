import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { scratchFolder } from '../../tools/checkout.ts';
import { hottestIn, type Hot } from './profile.ts';

/** Runs a measurement in a fresh process, and returns the numbers that it prints. */
export function runMeasure(script: string, argument: string): Readonly<Record<string, unknown>> {
  const read: unknown = JSON.parse(run(script, argument, []));
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

/** Runs a measurement once more under the profiler, and returns the functions that take most of its time. */
export function profileMeasure(script: string, argument: string): readonly Hot[] {
  const folder = scratchFolder();
  run(script, argument, ['--cpu-prof', '--cpu-prof-dir', folder]);
  return hottestIn(folder, 'measure');
}

/** Returns the program that makes a measurement. */
export function measureCommand(
  script: string,
  argument: string,
  options: readonly string[] = [],
): { readonly command: string; readonly args: readonly string[] } {
  const heap = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];
  const path = join(import.meta.dirname, script);
  return {
    command: process.execPath,
    args: [...heap, ...options, '--no-warnings', path, argument],
  };
}

function run(script: string, argument: string, options: readonly string[]): string {
  const { command, args } = measureCommand(script, argument, options);
  return execFileSync(command, args, { encoding: 'utf8', timeout: 600_000 });
}
