// Measures what the tests notice: plants mutants into a copy of the checkout, each with a switch, and runs for each
// only the test files that reach it, those that notice most in their time first: `node tools/mutate.ts [COUNT] [SEED] [TESTS] [--only 2,24]`, where TESTS is a glob.
// With `--only` just the mutants of these numbers are tried.
// A run that was stopped goes on where it was: the copy and its results are in .cache/mutants/. CI does not run it.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plantMutants, type Mutant } from './plant-mutants.ts';
import { checkout } from './checkout.ts';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const [count = '100', seed = '20180626', chosenTests] = positionals;
const only = values.only?.split(',').map(Number) ?? null;
const unitTests = [
  'test/{bench,cli,features,lsp,mcp,node,properties,record,rules,template-language,text}/*.test.ts',
  'test/corpus/own.test.ts',
];
const work = join(checkout, `.cache/mutants/${seed}-${count}`);
const copy = join(work, 'checkout');
const reachedFolder = join(work, 'reached');

/** A mutant in words. */
interface Described {
  readonly id: number;
  readonly words: string;
}

/** Copies what the unit tests need, with the packages linked, and builds it with the mutants. */
function prepare(): readonly Described[] {
  const list = join(work, 'mutants.tsv');
  const planted = cellsOf(list).map(([id = '', words = '']) => ({ id: Number(id), words }));
  if (planted.length > 0) return planted;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(checkout)) {
    if (['.git', '.cache', 'node_modules', 'build'].includes(name)) continue;
    cpSync(join(checkout, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
  const sources = globSync('server/src/**/*.ts', { cwd: copy }).filter(
    (path) => !/generated|codegen|\.d\.ts$/.test(path),
  );
  const mutants = plantMutants(copy, sources.sort(), Number(count), Number(seed));
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: copy, stdio: 'inherit' });
  if (built.status !== 0 || !existsSync(join(copy, 'server/dist/minutes.js'))) process.exit(2);
  const described = mutants.map((mutant) => ({ id: mutant.id, words: describe(mutant) }));
  writeFileSync(list, described.map(({ id, words }) => `${String(id)}\t${words}\n`).join(''));
  return described;
}

/** Returns the cells of a table's lines, separated by tabs; none where the file is absent. */
function cellsOf(file: string): readonly (readonly string[])[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

/** Of each test file that was run: its seconds, and the mutants that it reaches. */
const reachedTable = join(work, 'reached.tsv');

/** Of each mutant that was tried: the test file that noticed it, or nothing. */
const noticedTable = join(work, 'noticed.tsv');

/** Runs a test file, and returns whether it passes. */
function passes(file: string, variables: NodeJS.ProcessEnv): boolean {
  const { status } = spawnSync(process.execPath, ['--test', file], {
    cwd: copy,
    env: { ...process.env, NODE_COMPILE_CACHE: join(work, 'compile-cache'), ...variables },
    stdio: 'ignore',
    timeout: 300_000,
  });
  return status === 0;
}

/** Returns whether a test file fails with a mutant, and passes without it right after. */
function notices(file: string, id: number): boolean {
  return !passes(file, { MINUTES_MUTANT: String(id) }) && passes(file, {});
}

/** Finds the mutants that a test file reaches; none where it fails without any. */
function reach(file: string): void {
  rmSync(reachedFolder, { recursive: true, force: true });
  mkdirSync(reachedFolder);
  const started = performance.now();
  const isUsable = passes(file, { MINUTES_REACHED: reachedFolder });
  const seconds = (performance.now() - started) / 1000;
  if (!isUsable) console.log(`${file} fails without a mutant and is left out`);
  const reached = isUsable ? readdirSync(reachedFolder).join(' ') : '';
  appendFileSync(reachedTable, `${file}\t${seconds.toFixed(1)}\t${reached}\n`);
}

/** Returns the test files that reach each mutant, first those that have noticed most in their time. */
function filesReaching(): (id: number) => readonly string[] {
  const tests = globSync(chosenTests ?? unitTests, { cwd: copy }).sort();
  const known = new Set(cellsOf(reachedTable).map(([file]) => file));
  for (const file of tests) if (!known.has(file)) reach(file);
  const runs = cellsOf(reachedTable)
    .map(([file = '', seconds, reached = '']) => ({
      file,
      seconds: Number(seconds),
      reached: new Set(reached.split(' ')),
    }))
    .filter(({ file }) => tests.includes(file));
  return (id) => {
    const noticing = cellsOf(noticedTable).map(([, file]) => file);
    return runs
      .filter(({ reached }) => reached.has(String(id)))
      .map(({ file, seconds }) => {
        const count = noticing.filter((each) => each === file).length;
        return { file, worth: (count + 1) / (seconds + 5) };
      })
      .sort((a, b) => b.worth - a.worth)
      .map(({ file }) => file);
  };
}

function describe({ id, path, line, from, to }: Mutant): string {
  return `${String(id)} ${path}:${String(line)} “${from}” became “${to}”`.replace(/\s+/g, ' ');
}

const mutants = prepare().filter(({ id }) => only?.includes(id) !== false);
const reaching = filesReaching();
const noticed = new Map(
  cellsOf(noticedTable).map(([id, file = '']) => [Number(id), file] as const),
);
for (const { id, words } of mutants) {
  if (noticed.has(id)) continue;
  const file = reaching(id).find((each) => notices(each, id)) ?? '';
  appendFileSync(noticedTable, `${String(id)}\t${file}\n`);
  noticed.set(id, file);
  console.log(`${file === '' ? 'missed ' : `noticed by ${file}:`} ${words}`);
}
const missed = mutants.filter(({ id }) => noticed.get(id) === '');
console.log(
  `\n${String(mutants.length - missed.length)} of ${String(mutants.length)} mutants were noticed, with the seed ${seed}. Read those that were missed: some mean nothing.`,
);
for (const { id, words } of missed) {
  console.log(`  ${words} (reached by ${String(reaching(id).length)} test files)`);
}
