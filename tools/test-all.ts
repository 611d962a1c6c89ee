// Runs every check, from the fastest to the slowest, until one fails: npm test [-- --quick] [--only STAGE] [TEST-FILE…]
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A stage that takes longer hangs: Node's own limit ends tests, not a test file that doesn't exit after them. */
const stageLimitMinutes = 10;

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, quick: { type: 'boolean' } },
});
process.exitCode = await runStages(
  positionals.length > 0 ? [tests('tests', positionals)] : chooseStages(values),
);

interface Choice {
  readonly only?: string;
  readonly quick?: boolean;
}

/** The stages that need neither an editor nor a browser; together they take less than three minutes. */
const quickStages = ['format', 'lint', 'types', 'build', 'unit'];

function chooseStages({ only, quick = false }: Choice): readonly Stage[] {
  const stages = allStages();
  const chosen = stages.filter(
    ({ name }) => (only ?? name) === name && (!quick || quickStages.includes(name)),
  );
  if (chosen.length > 0) return chosen;
  throw new Error(`There is no stage “${only}”, but ${stages.map(({ name }) => name).join(', ')}.`);
}

function allStages(): readonly Stage[] {
  return [
    { name: 'format', command: npmScript('format:check') },
    { name: 'lint', command: npmScript('lint') },
    { name: 'types', command: npmScript('check') },
    { name: 'build', command: npmScript('build') },
    tests('unit', [
      `--test-concurrency=${String(availableParallelism())}`,
      ...find('test/**/*.test.ts', ['test/vscode/**', '**/node_modules/**']),
    ]),
    { name: 'package', command: [process.execPath, 'tools/package-extension.ts'] },
    { name: 'vscode', command: [process.execPath, 'test/vscode/run.ts'] },
    tests('journeys', find('test/vscode/journeys/*.test.ts')),
  ];
}

function npmScript(name: string): readonly string[] {
  return ['npm', 'run', '--silent', name];
}

function tests(name: string, args: readonly string[]): Stage {
  return { name, command: [process.execPath, '--test', '--test-timeout=300000', ...args] };
}

function find(pattern: string, exclude: readonly string[] = []): readonly string[] {
  const files = globSync(pattern, { cwd: checkout, exclude: [...exclude] }).sort();
  if (files.length === 0) throw new Error(`No test file matches ${pattern}.`);
  return files;
}

/** Returns the exit code: that of the first stage that fails. */
async function runStages(stages: readonly Stage[]): Promise<number> {
  for (const { name, command } of stages) {
    console.log(`\n=== ${name}`);
    const started = performance.now();
    const code = await run(command);
    if (code !== 0) {
      console.error(`=== ${name} failed.`);
      return code;
    }
    console.log(`=== ${name} passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return 0;
}

/** Runs a command in a process group of its own, so that a signal also ends the editor and the browser. */
async function run([program = '', ...args]: readonly string[]): Promise<number> {
  const hasGroups = process.platform !== 'win32';
  const child = spawn(program, args, { cwd: checkout, stdio: 'inherit', detached: hasGroups });
  const { pid } = child;
  const forward = (signal: NodeJS.Signals): void => {
    if (pid !== undefined) process.kill(hasGroups ? -pid : pid, signal);
  };
  for (const signal of signals) process.on(signal, forward);
  const limit = setTimeout(() => {
    console.error(`=== Ended, for it took more than ${String(stageLimitMinutes)} minutes.`);
    forward('SIGKILL');
  }, stageLimitMinutes * 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  clearTimeout(limit);
  for (const signal of signals) process.off(signal, forward);
  return code ?? 1;
}
