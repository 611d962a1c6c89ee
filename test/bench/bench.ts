// `npm run bench` measures and writes docs/performance.md; `-- --check` compares with it and writes nothing.
// `-- --quick` takes fewer samples.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, scratchFolder } from '../support/checkout.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { generateMinutes, dateOf, template } from './generate-minutes.ts';
import { measureChecking } from './measure-checking.ts';
import type { Distribution } from './distribution.ts';
import { measureEditing, measureTypingAmong, type Editing } from './measure-editing.ts';
import { profileMeasure, runMeasure } from './run-measure.ts';
import { installPeers, ours, type CheckProgram } from './peers.ts';
import { regressionsIn, type Results } from './results.ts';
import { performancePage } from './performance-page.ts';

const quick = process.argv.includes('--quick');
const budget = quick ? 2000 : 5000;
const peers = installPeers();
const baseline = join(checkout, 'test/bench/baseline.json');

const results: Results = {
  editing: await measureAllEditing(),
  inProcess: sizes().map((size) => ({
    size,
    ...runMeasure('measure-in-process.ts', String(size)),
  })),
  checking: await measureTrees(),
  corpus: measureCorpus(),
  profiles: {
    'A key in 30,000 characters': profileMeasure('measure-in-process.ts', '30000'),
    'A key in 1,000,000 characters': profileMeasure('measure-in-process.ts', '1000000'),
    'The index of 1,000 minutes': profileMeasure('measure-series.ts', tree(1000)),
  },
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

async function measureTrees(): Promise<Results['checking']> {
  const rows: Results['checking'][number][] = [];
  for (const count of [200, quick ? 1000 : 10_000]) rows.push(await measureTree(count));
  return rows;
}

async function measureTree(count: number): Promise<Results['checking'][number]> {
  const folder = tree(count);
  console.log(`${String(count)} files`);
  const seconds = secondsOf([ours.check, ...peers.checks], folder, count > 1000 ? 1 : 3);
  const index = runMeasure('measure-series.ts', folder);
  const type = (among: string, readFirst: boolean): Promise<Distribution | null> =>
    measureTypingAmong(ours.server, among, generateMinutes(3600), budget, readFirst);
  const typing = { alone: await type(workspace(), false), among: await type(folder, true) };
  return { count, seconds, index, typing };
}

/** Checks real minutes with the preset for them, where they lie beside the checkout. */
function measureCorpus(): Results['corpus'] {
  if (corpusIsAbsent !== false) return null;
  const folder = scratchFolder();
  const texts = corpusTexts();
  texts.forEach((text, number) => {
    writeFileSync(join(folder, `${String(number)}.md`), text);
  });
  const check = { ...ours.check, args: [...ours.check.args, '--template', 'runtime-pmc'] };
  return { count: texts.length, seconds: secondsOf([check, ...peers.checks], folder, 5) };
}

function secondsOf(
  checks: readonly CheckProgram[],
  folder: string,
  runs: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    checks.map((check) => [check.name, measureChecking(check, folder, runs)]),
  );
}

/** Makes a folder with as many minutes. */
function tree(count: number): string {
  const folder = workspace();
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `${dateOf(number)}.md`), generateMinutes(3600, number));
  }
  return folder;
}

/** Makes a folder with the template of the generated minutes. */
function workspace(): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, '.minutes'));
  writeFileSync(join(folder, '.minutes/weekly.md'), template);
  return folder;
}
