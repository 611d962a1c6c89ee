import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../tools/checkout.ts';

/** A program with its arguments. */
interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** A program under `perf stat`, and the file that its count is written to when it ends. */
interface Counted extends Command {
  readonly file: string;
}

/** Returns whether the instructions of a process can be counted on this machine. */
export function canCountInstructions(): boolean {
  const { command, args, file } = counting({ command: process.execPath, args: ['--version'] });
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return status === 0 && Number.isFinite(instructionsIn(file));
}

/** Returns a program so that its instructions are counted; those of the kernel are left out. */
export function counting({ command, args }: Command): Counted {
  const file = join(scratchFolder(), 'instructions');
  const perf = ['stat', '-x', ',', '-e', 'instructions:u', '-o', file, '--'];
  return { command: 'perf', args: [...perf, command, ...args], file };
}

/** Returns the millions of instructions that were counted; not a number where they could not be. */
export function instructionsIn(file: string): number {
  const count = /^(\d+),/m.exec(readFileSync(file, 'utf8'))?.[1];
  return Number(count ?? NaN) / 1e6;
}

/** Returns the millions of instructions of a program that runs to its end in a folder. */
export function countInstructions(program: Command, folder: string): number {
  const { command, args, file } = counting(program);
  const { error } = spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
  if (error !== undefined) throw error;
  return instructionsIn(file);
}
