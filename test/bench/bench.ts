// `npm run bench` measures and writes docs/performance.md; `-- --check` compares with it and writes nothing.
// `-- --quick` takes fewer samples; `-- --only PART` measures and prints a part, and with `--save` puts it into the page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, scratchFolder } from '../../tools/checkout.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { canCountInstructions, countInstructions } from './count-instructions.ts';
import { generateMinutes, dateOf, template } from './generate-minutes.ts';
import { measureChecking } from './measure-checking.ts';
import { medianOf, type Distribution } from './distribution.ts';
import { measureEditing, measureTypingAmong, type Editing } from './measure-editing.ts';
import { countStart, profileStart, warmUp } from './measure-start.ts';
import { kinds } from './edited-minutes.ts';
import { readOptions, type Part } from './options.ts';
import { measureCommand, profileMeasure, runMeasure } from './run-measure.ts';
import { installPeers, ours, type CheckProgram } from './peers.ts';
import { joinResults, noResults, readResults, regressionsIn, type Results } from './results.ts';
import { figuresOf, performancePage, profilesOf } from './performance-page.ts';

const options = readOptions(process.argv.slice(2));
const budget = options.quick ? 2000 : 5000;
const peers = installPeers();
const counts = canCountInstructions();
const baseline = join(checkout, 'test/bench/baseline.json');

const measures: Readonly<Record<Part, () => Partial<Results> | Promise<Partial<Results>>>> = {
  start: measureStart,
  editing: measureAllEditing,
  'in-process': measureInProcess,
  trees: measureTrees,
  file: measureFile,
  corpus: measureCorpus,
};

const results = await measureAll();

if (options.check) {
  const regressions = regressionsIn(results, savedResults());
  for (const regression of regressions) console.error(regression);
  process.exitCode = regressions.length > 0 ? 1 : 0;
} else if (options.isWhole || options.save) {
  writeFileSync(baseline, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(checkout, 'docs/performance.md'), performancePage(results));
} else {
  console.log([...figuresOf(results), ...profilesOf(results)].join('\n\n'));
}

function savedResults(): string {
  return readFileSync(baseline, 'utf8');
}

async function measureAll(): Promise<Results> {
  let results = options.save ? readResults(savedResults()) : noResults;
  for (const part of options.parts) results = joinResults(results, await measures[part]());
  return results;
}

function sizes(): readonly number[] {
  return [3600, 30_000, 1_000_000];
}

async function measureStart(): Promise<Partial<Results>> {
  const folder = workspace();
  await warmUp(ours.server, folder, generateMinutes(3600));
  const instructions: Record<string, number> = {};
  for (const size of counts ? sizes() : []) {
    const what = `start to first diagnostics and end, ${String(size)} characters`;
    instructions[what] = await countStart(ours.server, folder, generateMinutes(size));
  }
  const start = await profileStart(ours.server, folder, generateMinutes(3600));
  return { instructions, profiles: { 'The start with 3,600 characters': start } };
}

function measureInProcess(): Partial<Results> {
  const script = 'measure-in-process.ts';
  return {
    inProcess: sizes().flatMap((size) =>
      kinds.map((kind) => ({ size, ...bestOfThree(`${String(size)} ${kind}`) })),
    ),
    instructions: Object.fromEntries(
      (counts ? sizes() : []).map((size) => [
        `320 keys in process, ${String(size)} characters`,
        countInstructions(measureCommand(script, String(size)), checkout),
      ]),
    ),
    profiles: {
      'A key in 30,000 characters': profileMeasure(script, '30000'),
      'A key in 1,000,000 characters': profileMeasure(script, '1000000'),
    },
  };
}

/** Other work on the machine only makes a run slower. */
function bestOfThree(argument: string): Readonly<Record<string, unknown>> {
  const runs = [1, 2, 3].map(() => runMeasure('measure-in-process.ts', argument));
  const [best = {}] = runs.sort((a, b) => (medianOf(a.key) ?? 0) - (medianOf(b.key) ?? 0));
  return best;
}

async function measureAllEditing(): Promise<Partial<Results>> {
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
  return { editing: rows };
}

async function measureTrees(): Promise<Partial<Results>> {
  const rows: Results['checking'][number][] = [];
  for (const count of [200, options.quick ? 1000 : 10_000]) rows.push(await measureTree(count));
  const index = profileMeasure('measure-series.ts', tree(1000));
  return { checking: rows, profiles: { 'The index of 1,000 minutes': index } };
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

/** Checks one of the minutes of a series, which takes evidence from those beside it. */
function measureFile(): Partial<Results> {
  const of = 60;
  const file = [5000, 70_000].map((size) => {
    const folder = tree(of, size);
    const name = `${dateOf(of >> 1)}.md`;
    const args = ours.check.args.map((each) => (each === '.' ? name : each));
    const check = { ...ours.check, args };
    return { size, of, seconds: measureChecking(check, folder, 5) };
  });
  return { file };
}

/** Checks finished minutes with the preset for them, where they lie beside the checkout. */
function measureCorpus(): Partial<Results> {
  if (corpusIsAbsent !== false) return {};
  const folder = scratchFolder();
  const texts = corpusTexts('minutes');
  texts.forEach((text, number) => {
    writeFileSync(join(folder, `${String(number)}.md`), text);
  });
  const check = { ...ours.check, args: [...ours.check.args, '--template', 'runtime-pmc'] };
  const seconds = secondsOf([check, ...peers.checks], folder, 5);
  return {
    corpus: { count: texts.length, seconds },
    instructions: counts
      ? {
          [`minutes check, ${String(texts.length)} real minutes`]: countInstructions(check, folder),
        }
      : {},
  };
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
function tree(count: number, size = 3600): string {
  const folder = workspace();
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `${dateOf(number)}.md`), generateMinutes(size, number));
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
