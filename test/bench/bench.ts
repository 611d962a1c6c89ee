// `npm run bench` measures and writes docs/performance.md; `-- --check` compares with it and writes nothing.
// `-- --quick` takes fewer samples.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, scratchFolder } from '../support/checkout.ts';
import { generateMinutes, dateOf, template } from './generate-minutes.ts';
import { measureChecking } from './measure-checking.ts';
import { measureEditing, type Editing } from './measure-editing.ts';
import { runMeasure } from './run-measure.ts';
import { installPeers, ours } from './peers.ts';
import { regressionsIn, type Results } from './results.ts';
import { performancePage } from './performance-page.ts';

const quick = process.argv.includes('--quick');
const budget = quick ? 2000 : 15_000;
const peers = installPeers();
const baseline = join(checkout, 'test/bench/baseline.json');

const results: Results = {
  editing: await measureAllEditing(),
  inProcess: sizes().map((size) => ({
    size,
    ...runMeasure('measure-in-process.ts', String(size)),
  })),
  checking: [200, quick ? 1000 : 10_000].map(measureTree),
};

if (process.argv.includes('--check')) {
  const regressions = regressionsIn(results, readFileSync(baseline, 'utf8'));
  for (const regression of regressions) console.error(regression);
  process.exitCode = regressions.length > 0 ? 1 : 0;
} else {
  writeFileSync(baseline, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(checkout, 'docs/performance.md'), performancePage(results));
}

function sizes(): readonly number[] {
  return [3600, 30_000, 1_000_000];
}

async function measureAllEditing(): Promise<Results['editing']> {
  const rows: Results['editing'][number][] = [];
  for (const size of sizes()) {
    const servers: Record<string, Editing> = {};
    for (const program of [ours.server, ...peers.servers]) {
      const folder = workspace();
      const text = generateMinutes(size);
      writeFileSync(join(folder, 'minutes.md'), text);
      console.log(`${program.name}, ${String(size)} characters`);
      servers[program.name] = await measureEditing(program, folder, text, budget);
    }
    rows.push({ size, servers });
  }
  return rows;
}

function measureTree(count: number): Results['checking'][number] {
  const folder = workspace();
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `${dateOf(number)}.md`), generateMinutes(3600, number));
  }
  console.log(`${String(count)} files`);
  const runs = count > 1000 ? 1 : 3;
  const seconds = Object.fromEntries(
    [ours.check, ...peers.checks].map((check) => [
      check.name,
      measureChecking(check, folder, runs),
    ]),
  );
  return { count, seconds, index: runMeasure('measure-series.ts', folder) };
}

/** Makes a folder with the template of the generated minutes. */
function workspace(): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, '.minutes'));
  writeFileSync(join(folder, '.minutes/weekly.md'), template);
  return folder;
}
