import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkout, scratchFolder } from '../../tools/checkout.ts';
import { packPrograms } from '../../tools/package-programs.ts';
import { broken, sound, template } from '../cli/minutes-of-a-call.ts';
import { createRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const isAbsent = spawnSync('pre-commit', ['--version']).error !== undefined;

test(
  'the documented hook of pre-commit stops a commit of broken minutes',
  { skip: isAbsent && 'skipped: pre-commit is not on this machine', timeout: 120_000 },
  (context) => {
    const page = readFileSync(join(checkout, 'docs/guarding.md'), 'utf8');
    const [, documented = ''] = /```yaml\n(repos:\n.*?)```/s.exec(page) ?? [];
    assert.notEqual(documented, '');
    const scratch = scratchFolder();
    const folder = temporaryFolder(context, {
      '.pre-commit-config.yaml': documented.replace(
        'vscode-minutes@VERSION',
        packPrograms(scratch),
      ),
      '.minutes/call.md': template,
      '2018-06-26.md': broken,
    });
    const repository = createRepository(folder);
    const runHook = (): ReturnType<typeof spawnSync> => {
      repository.git('add', '--all');
      return spawnSync('pre-commit', ['run'], {
        cwd: folder.path,
        encoding: 'utf8',
        env: { ...process.env, PRE_COMMIT_HOME: join(scratch, 'home'), npm_config_offline: 'true' },
      });
    };
    const stopped = runHook();
    assert.equal(stopped.status, 1, String(stopped.stdout));
    assert.match(String(stopped.stdout), /warning misspelled-section/);
    folder.write('2018-06-26.md', sound);
    const passed = runHook();
    assert.equal(passed.status, 0, String(passed.stdout));
  },
);
