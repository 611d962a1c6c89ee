import { spawnSync } from 'node:child_process';
import type { CheckProgram } from './peers.ts';

/** Returns the median of the seconds that a command takes to check a folder. */
export function measureChecking(
  { command, args }: CheckProgram,
  folder: string,
  runs: number,
): number {
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { error, status } = spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
    if (error !== undefined) throw error;
    if (status === 2) throw new Error(`${command} ${args.join(' ')} failed`);
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  return seconds[seconds.length >> 1] ?? 0;
}
