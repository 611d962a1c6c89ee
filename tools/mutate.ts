// Measures what the tests notice: plants mutants into a copy of the checkout, behind switches, and runs for each
// only the test files that reach it: `node tools/mutate.ts [COUNT] [SEED] [TESTS]`, where TESTS is a glob. CI does not run it.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantMutants, type Mutant } from './plant-mutants.ts';
import { checkout } from './checkout.ts';

const [, , count = '100', seed = '20180626', chosenTests] = process.argv;
const unitTests =
  'test/{bench,cli,features,lsp,node,properties,record,rules,template-language,text}/*.test.ts';
const copy = mkdtempSync(join(tmpdir(), 'minutes-mutants-'));
const reachedFolder = join(copy, 'reached');

/** Copies what the unit tests need, with the packages linked. */
function copyCheckout(): void {
  for (const name of readdirSync(checkout)) {
    if (['.git', '.cache', 'node_modules', 'build'].includes(name)) continue;
    cpSync(join(checkout, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(reachedFolder);
}

/** Runs a test file, and tells whether it passes. */
function passes(file: string, variables: NodeJS.ProcessEnv): boolean {
  const { status } = spawnSync(process.execPath, ['--test', file], {
    cwd: copy,
    env: { ...process.env, ...variables },
    stdio: 'ignore',
    timeout: 300_000,
  });
  return status === 0;
}

/** Returns the test files that reach each mutant; those that fail without any are left out. */
function filesReaching(files: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const reaching = new Map<number, string[]>();
  for (const file of files) {
    rmSync(reachedFolder, { recursive: true });
    mkdirSync(reachedFolder);
    if (!passes(file, { MINUTES_REACHED: reachedFolder })) {
      console.log(`${file} fails without a mutant and is left out`);
      continue;
    }
    for (const name of readdirSync(reachedFolder)) {
      reaching.set(Number(name), [...(reaching.get(Number(name)) ?? []), file]);
    }
  }
  return reaching;
}

function describe({ id, path, line, from, to }: Mutant): string {
  return `${String(id)} ${path}:${String(line)} “${from}” became “${to}”`;
}

copyCheckout();
const sources = globSync('server/src/**/*.ts', { cwd: copy }).filter(
  (path) => !/generated|codegen|\.d\.ts$/.test(path),
);
const mutants = plantMutants(copy, sources, Number(count), Number(seed));
const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: copy, stdio: 'inherit' });
if (built.status !== 0 || !existsSync(join(copy, 'server/dist/minutes.js'))) process.exit(2);
const tests = globSync(chosenTests ?? unitTests, { cwd: copy }).sort();
const reaching = filesReaching(tests);
const missed: Mutant[] = [];
for (const mutant of mutants) {
  const files = reaching.get(mutant.id) ?? [];
  const noticing = files.find((file) => !passes(file, { MINUTES_MUTANT: String(mutant.id) }));
  console.log(
    `${noticing === undefined ? 'missed ' : 'noticed'} ${describe(mutant)} (${String(noticing)})`,
  );
  if (noticing === undefined) missed.push(mutant);
}
rmSync(copy, { recursive: true, force: true });
const noticed = mutants.length - missed.length;
console.log(
  `\n${String(noticed)} of ${String(mutants.length)} mutants were noticed, with the seed ${seed}. Read those that were missed: some mean nothing.`,
);
for (const mutant of missed)
  console.log(
    `  ${describe(mutant)} (reached by ${String(reaching.get(mutant.id)?.length ?? 0)} test files)`,
  );
