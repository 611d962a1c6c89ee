import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { checkout } from '../../tools/checkout.ts';
import manifest from '../../package.json' with { type: 'json' };

interface Step {
  readonly run: string;
  readonly uses: string;
  /** When the step runs, its job’s condition first. */
  readonly condition: string;
}

suite('the publish workflow', () => {
  const jobs = jobsOf('.github/workflows/publish.yml');
  const steps = [...jobs.values()].flat();

  test('publishes only where a secret or a variable says so', () => {
    const publishing = steps.filter(({ run }) => /\bpublish\b.*\.(?:vsix|tgz)/.test(run));
    assert.equal(publishing.length, 3);
    for (const { run, condition } of publishing) {
      assert.match(condition, /(?:vars|env)\.[A-Z_]+ [!=]= /, run);
    }
  });

  test('makes the packages once, after a look at the manifest, which has no public address yet', () => {
    const runs = (jobs.get('package') ?? []).map(({ run }) => run);
    const look = runs.findIndex((run) => run.includes('check-publishable'));
    assert.ok(look !== -1 && look < runs.indexOf('npm run package'));
    const { status, stderr } = spawnSync(process.execPath, ['tools/check-publishable.ts'], {
      cwd: checkout,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stderr, 'package.json lacks repository, bugs, homepage: nothing is published.\n');
  });

  test('runs no program that isn’t pinned', () => {
    for (const { run } of steps.filter((step) => /\bnpx\b/.test(step.run))) {
      assert.match(run, /^npx vsce /);
    }
    assert.match(manifest.devDependencies['@vscode/vsce'], /^3\.9\.\d+$/);
    const publishing = readFileSync(join(checkout, 'tools/publish/package.json'), 'utf8');
    assert.match(publishing, /"ovsx": "\d+\.\d+\.\d+"/);
    for (const { uses } of steps.filter((step) => step.uses !== '')) assert.match(uses, /@v\d+$/);
  });

  test('names options that vsce has', () => {
    const vsce = join(checkout, 'node_modules/@vscode/vsce/vsce');
    const help = execFileSync(process.execPath, [vsce, 'publish', '--help'], { encoding: 'utf8' });
    const [command = ''] = steps.flatMap(({ run }) => (run.startsWith('npx vsce') ? [run] : []));
    const options = [...command.matchAll(/--[\w-]+/gi)].map(([option]) => option);
    assert.deepEqual(options, ['--azure-credential', '--packagePath']);
    for (const option of options) assert.ok(help.toLowerCase().includes(option.toLowerCase()));
  });
});

test('every push packages the extension and the programs as they are published', () => {
  const runs = [...jobsOf('.github/workflows/ci.yml').values()].flat().map(({ run }) => run);
  assert.ok(runs.includes('npm run package'));
});

function jobsOf(path: string): ReadonlyMap<string, readonly Step[]> {
  const workflow: unknown = parse(readFileSync(join(checkout, path), 'utf8'));
  const jobs = isRecord(workflow) && isRecord(workflow.jobs) ? workflow.jobs : {};
  return new Map(
    Object.entries(jobs).map(([name, job]) => {
      const own = isRecord(job) ? job : {};
      const steps: readonly unknown[] = Array.isArray(own.steps) ? own.steps : [];
      return [name, steps.map((step) => readStep(step, textOf(own.if)))];
    }),
  );
}

function readStep(step: unknown, ofJob: string): Step {
  const own = isRecord(step) ? step : {};
  const condition = `${ofJob} ${textOf(own.if)}`.trim();
  return { run: textOf(own.run), uses: textOf(own.uses), condition };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
