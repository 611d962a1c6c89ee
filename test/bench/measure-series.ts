// Runs in a separate process, with --expose-gc: `measure-series.ts FOLDER` prints what an index of the minutes costs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanMinutes } from '../../server/src/core/meetings/scan-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { template } from './generate-minutes.ts';

console.log(JSON.stringify(measure(process.argv[2] ?? '')));

function measure(folder: string): object {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const parsed = readTemplate(template, 'weekly.md');
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

  const start = performance.now();
  const lines = names.reduce((sum, name) => sum + countLines(textOf(name)), 0);
  const reading = performance.now() - start;

  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const indexed = performance.now();
  const index = names.map((name) => scanMinutes(textOf(name), name, parsed));
  const indexing = performance.now() - indexed;
  globalThis.gc?.();
  const heapPerFile = (process.memoryUsage().heapUsed - heapBefore) / names.length;
  const teams = index.reduce((sum, each) => sum + each.teams.length, 0);
  return { files: names.length, lines, teams, reading, indexing, heapPerFile };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
