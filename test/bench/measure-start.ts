import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../tools/checkout.ts';
import { counting, instructionsIn } from './count-instructions.ts';
import { startServer } from './language-server.ts';
import type { ServerProgram } from './peers.ts';
import { phasesIn, type Hot } from './profile.ts';

/** The first runs add to the code that is kept of them; the next ones find all of it. */
const runsThatAdd = 8;

/** Starts a server until it finds all its compiled code kept. */
export async function warmUp(program: ServerProgram, folder: string, text: string): Promise<void> {
  for (let run = 0; run < runsThatAdd; run++) await startOnce(program, folder, text);
}

/** Returns the millions of instructions of a server from its start to the first diagnostics and its end; the median of three. */
export async function countStart(
  program: ServerProgram,
  folder: string,
  text: string,
): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 3; run++) {
    const counted = counting(program);
    await startOnce({ ...program, ...counted }, folder, text);
    counts.push(instructionsIn(counted.file));
  }
  return counts.sort((a, b) => a - b)[1] ?? NaN;
}

/** Returns what the time from a server's start to the first diagnostics goes to. */
export async function profileStart(
  program: ServerProgram,
  folder: string,
  text: string,
): Promise<readonly Hot[]> {
  const profiles = scratchFolder();
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', profiles];
  await startOnce({ ...program, args: [...profiling, ...program.args] }, folder, text);
  return phasesIn(profiles);
}

async function startOnce(program: ServerProgram, folder: string, text: string): Promise<void> {
  const path = join(folder, 'minutes.md');
  writeFileSync(path, text);
  const server = await startServer(program, folder);
  await server.open(path, text);
  await server.stop();
}
