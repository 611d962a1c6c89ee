// Runs every check, from the fastest to the slowest, until one fails: npm test [-- --only STAGE] [TEST-FILE…]
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
process.exitCode = runStages(
  positionals.length > 0 ? [tests('tests', positionals)] : chooseStages(values.only),
);

function chooseStages(only: string | undefined): readonly Stage[] {
  const stages = allStages();
  const chosen = stages.filter(({ name }) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  throw new Error(`There is no stage “${only}”, but ${stages.map(({ name }) => name).join(', ')}.`);
}

function allStages(): readonly Stage[] {
  return [
    { name: 'format', command: npmScript('format:check') },
    { name: 'lint', command: npmScript('lint') },
    { name: 'types', command: npmScript('check') },
    ...generatedFiles(),
    { name: 'build', command: npmScript('build') },
    tests('unit', find('test/**/*.test.ts', 'test/vscode/**')),
    { name: 'package', command: [process.execPath, 'test/support/package-extension.ts'] },
    { name: 'vscode', command: [process.execPath, 'test/vscode/run.ts'] },
    tests('journeys', find('test/vscode/journeys/*.test.ts')),
  ];
}

function generatedFiles(): readonly Stage[] {
  const program = 'server/src/codegen/main.ts';
  if (!existsSync(join(checkout, program))) return [];
  return [{ name: 'generated', command: [process.execPath, program, '--check'] }];
}

function npmScript(name: string): readonly string[] {
  return ['npm', 'run', '--silent', name];
}

function tests(name: string, files: readonly string[]): Stage {
  return { name, command: [process.execPath, '--test', ...files] };
}

function find(pattern: string, exclude = ''): readonly string[] {
  return globSync(pattern, { cwd: checkout, exclude: [exclude] }).sort();
}

/** Returns the exit code: that of the first stage that fails. */
function runStages(stages: readonly Stage[]): number {
  for (const { name, command } of stages) {
    console.log(`\n=== ${name}: ${command.join(' ')}`);
    const started = performance.now();
    const [program = '', ...args] = command;
    const { status } = spawnSync(program, args, { cwd: checkout, stdio: 'inherit' });
    if (status !== 0) {
      console.error(`=== ${name} failed.`);
      return status ?? 1;
    }
    console.log(`=== ${name} passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return 0;
}
