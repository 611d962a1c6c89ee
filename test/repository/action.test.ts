import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { checkout, scratchFolder } from '../../tools/checkout.ts';
import { packPrograms } from '../../tools/package-programs.ts';
import manifest from '../../package.json' with { type: 'json' };
import { craneUpdate, harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const minutes = 'calls/2018-06-26-harbour.md';
const before = harbourMinutes({ date: '2018-06-26' });

/** A local bare repository with a pull request, checked out as `actions/checkout` does: its merge, two commits deep. */
function checkoutPullRequest(
  context: TestContext,
  change: (folder: TemporaryFolder) => void,
): TemporaryFolder {
  const origin = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [minutes]: before,
    'calls/2018-06-19-harbour.md': before,
  });
  const repository: GitRepository = createRepository(origin);
  repository.commit();
  repository.git('switch', '--quiet', '--create', 'pull');
  change(origin);
  repository.commit();
  repository.git('switch', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'pull');
  const bare = temporaryFolder(context);
  repository.git('clone', '--quiet', '--bare', '.', join(bare.path, 'origin.git'));
  const clone = temporaryFolder(context);
  const url = `file://${join(bare.path, 'origin.git')}`;
  repository.git('clone', '--quiet', '--depth', '2', url, clone.path);
  return clone;
}

interface StepsResult {
  readonly code: number | null;
  readonly output: string;
  readonly summary: string;
}

/** Runs the steps of `action.yml` one after the other, as GitHub's runner does, until one fails. */
function runAction(
  { path }: TemporaryFolder,
  inputs: Readonly<Record<string, string>>,
): StepsResult {
  const temporary = scratchFolder();
  const summary = join(temporary, 'step-summary.md');
  writeFileSync(summary, '');
  const action: unknown = parse(readFileSync(join(checkout, 'action.yml'), 'utf8'));
  assert.ok(isRecord(action) && isRecord(action.runs) && Array.isArray(action.runs.steps));
  const steps: readonly unknown[] = action.runs.steps;
  let output = '';
  for (const step of steps) {
    assert.ok(isRecord(step) && isRecord(step.env) && typeof step.run === 'string');
    assert.equal(step.shell, 'bash');
    const environment = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [name, expand(String(value), inputs)]),
    );
    const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: path,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...environment,
        LC_ALL: 'C',
        RUNNER_TEMP: temporary,
        GITHUB_WORKSPACE: path,
        GITHUB_STEP_SUMMARY: summary,
        npm_config_offline: 'true',
      },
    });
    output += run.stdout;
    if (run.status !== 0) return { code: run.status, output, summary: read(summary) };
  }
  return { code: 0, output, summary: read(summary) };

  function read(file: string): string {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
}

function expand(value: string, inputs: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
    const input = inputs[name];
    assert.ok(input !== undefined, name);
    return input;
  });
}

suite('GitHub action', { timeout: 120_000 }, () => {
  const archive = packPrograms(scratchFolder());
  const inputs = {
    paths: '.',
    base: 'HEAD^1',
    'min-severity': 'warning',
    'fail-on': 'warning',
    package: archive,
  };

  test('an update that a pull request wiped out fails it, with annotation and summary', (context) => {
    const folder = checkoutPullRequest(context, (origin) => {
      origin.write(minutes, before.replace(craneUpdate, ''));
    });
    const { code, output, summary } = runAction(folder, inputs);
    assert.equal(code, 1, output);
    assert.match(output, /^::warning file=calls\/2018-06-26-harbour\.md,.*title=lost-update::/m);
    assert.match(summary, /^### Lost$/m);
    assert.match(summary, /<code>lost-update<\/code>/);
  });

  test('what the base had already doesn’t fail a pull request', (context) => {
    const folder = checkoutPullRequest(context, (origin) => {
      origin.write(minutes, before.replace(craneUpdate, `${craneUpdate}- Rope\n`));
    });
    const { code, output } = runAction(folder, inputs);
    assert.equal(code, 0, output);
    assert.match(runAction(folder, { ...inputs, base: '' }).output, /title=date-mismatch::/);
  });

  test('the severity that fails is an input', (context) => {
    const folder = checkoutPullRequest(context, (origin) => {
      origin.write(minutes, before.replace(craneUpdate, ''));
    });
    assert.equal(runAction(folder, { ...inputs, 'fail-on': 'error' }).code, 0);
    assert.equal(runAction(folder, { ...inputs, 'fail-on': 'never' }).code, 0);
  });

  test('an .npmrc of the pull request is not obeyed', (context) => {
    const folder = checkoutPullRequest(context, (origin) => {
      origin.write('.npmrc', 'script-shell=/nowhere\nprefix=/nowhere\nignore-scripts=false\n');
      origin.write('package.json', '{"scripts":{"preinstall":"exit 1"}}');
    });
    mkdirSync(join(folder.path, 'node_modules'));
    assert.equal(runAction(folder, inputs).code, 0);
  });

  test('installs this very version unless another is given', () => {
    const text = readFileSync(join(checkout, 'action.yml'), 'utf8');
    assert.match(
      text,
      new RegExp(`default: ${manifest.name}@${manifest.version.replaceAll('.', '\\.')}$`, 'm'),
    );
  });
});
