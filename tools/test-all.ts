// Runs every check, from the fastest to the slowest, until one fails:
// npm test [-- --quick] [--only STAGE] [--test-name-pattern PATTERN] [TEST-FILE or SUITE.md…]
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A stage that takes longer hangs: Node's own limit ends tests, not a test file that doesn't exit after them. */
const stageLimitMinutes = 10;

/** The stages that need neither an editor nor a browser; together they take less than three minutes. */
const quickStages = ['format', 'lint', 'types', 'build', 'unit'];

/** What tries many inputs, real minutes, other programs or a browser, and so takes minutes. */
const thoroughTests = [
  'test/cli/faults.test.ts',
  ...['corpus', 'editors', 'grammar', 'properties', 'publishing'].map(
    (folder) => `test/${folder}/*.test.ts`,
  ),
];

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** The suites that its test files run; all where it is left out. */
  readonly suites?: readonly string[];
}

/** What was asked for can't be done, in words. */
class UsageError extends Error {}

process.exitCode = await runAll().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  return 2;
});

/** Reads the arguments of the command line. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean' },
        'test-name-pattern': { type: 'string' },
      },
    });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

async function runAll(): Promise<number> {
  const { values, positionals } = readArguments();
  return runStages(
    positionals.length > 0
      ? [await chosenTests(positionals, values['test-name-pattern'])]
      : chooseStages(values),
  );
}

/** Returns the stage of single test files; a suite in Markdown is run by the test file that the table names. */
async function chosenTests(paths: readonly string[], pattern: string | undefined): Promise<Stage> {
  const files = paths.map((path) => relative(checkout, resolve(path)).replaceAll('\\', '/'));
  const missing = files.find((path) => !existsSync(join(checkout, path)));
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const suites = files.filter((path) => path.endsWith('.md'));
  const others = files.filter((path) => !path.endsWith('.md'));
  const runners = (await runnersOf(suites)).filter((path) => !others.includes(path));
  const named = pattern === undefined ? [] : [`--test-name-pattern=${pattern}`];
  const stage = tests('tests', [...named, ...others, ...runners]);
  return others.length > 0 ? stage : { ...stage, suites };
}

/** Returns the test files that run suites, each once. */
async function runnersOf(suites: readonly string[]): Promise<readonly string[]> {
  if (suites.length === 0) return [];
  const { runnerOf } = await import('../test/support/suite-table.ts');
  const runners = suites.map((path) => {
    const runner = runnerOf(path);
    if (runner === null) throw new UsageError(`No test runs ${path}.`);
    return runner;
  });
  return [...new Set(runners)];
}

interface Choice {
  readonly only?: string;
  readonly quick?: boolean;
}

function chooseStages({ only, quick = false }: Choice): readonly Stage[] {
  const stages = allStages();
  const chosen = stages.filter(
    ({ name }) => (only ?? name) === name && (!quick || quickStages.includes(name)),
  );
  if (chosen.length > 0) return chosen;
  const names = stages
    .map(({ name }) => name)
    .filter((name) => !quick || quickStages.includes(name));
  const all = quick ? 'quick stages' : 'stages';
  throw new UsageError(`“${String(only)}” is not one of the ${all}: ${names.join(', ')}.`);
}

function allStages(): readonly Stage[] {
  const onAllCores = [`--test-concurrency=${String(availableParallelism())}`];
  return [
    { name: 'format', command: npmScript('format:check') },
    { name: 'lint', command: npmScript('lint') },
    { name: 'types', command: npmScript('check') },
    { name: 'build', command: npmScript('build') },
    tests('unit', [
      ...onAllCores,
      ...find(['test/**/*.test.ts'], ['test/vscode/**', '**/node_modules/**', ...thoroughTests]),
    ]),
    tests('thorough', [...onAllCores, ...find(thoroughTests)]),
    { name: 'package', command: [process.execPath, 'tools/package-extension.ts'] },
    { name: 'vscode', command: [process.execPath, 'test/vscode/run.ts'] },
    tests('journeys', find(['test/vscode/journeys/*.test.ts'])),
  ];
}

function npmScript(name: string): readonly string[] {
  return ['npm', 'run', '--silent', name];
}

function tests(name: string, args: readonly string[]): Stage {
  return { name, command: [process.execPath, '--test', '--test-timeout=300000', ...args] };
}

function find(patterns: readonly string[], exclude: readonly string[] = []): readonly string[] {
  return patterns.flatMap((pattern) => {
    const files = globSync(pattern, { cwd: checkout, exclude: [...exclude] }).sort();
    if (files.length === 0) throw new Error(`No test file matches ${pattern}.`);
    return files;
  });
}

/** Returns the exit code: that of the first stage that fails. */
async function runStages(stages: readonly Stage[]): Promise<number> {
  for (const { name, command, suites } of stages) {
    console.log(`\n=== ${name}`);
    const started = performance.now();
    const code = await run(command, suites);
    if (code !== 0) {
      console.error(`=== ${name} failed.`);
      return code;
    }
    console.log(`=== ${name} passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return 0;
}

/** Runs a command in a separate process group, so that a signal also ends the editor and the browser. */
async function run(
  [program = '', ...args]: readonly string[],
  suites?: readonly string[],
): Promise<number> {
  const hasGroups = process.platform !== 'win32';
  const child = spawn(program, args, {
    cwd: checkout,
    stdio: 'inherit',
    detached: hasGroups,
    env: suites === undefined ? process.env : { ...process.env, SUITES: suites.join(',') },
  });
  const { pid } = child;
  const forward = (signal: NodeJS.Signals): void => {
    if (pid !== undefined) process.kill(hasGroups ? -pid : pid, signal);
  };
  for (const signal of signals) process.on(signal, forward);
  const limit = setTimeout(() => {
    console.error(`=== Ended, because it took more than ${String(stageLimitMinutes)} minutes.`);
    forward('SIGKILL');
  }, stageLimitMinutes * 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  clearTimeout(limit);
  for (const signal of signals) process.off(signal, forward);
  return code ?? 1;
}
