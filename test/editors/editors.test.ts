import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { checkout } from '../../tools/checkout.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isRecord } from '../../server/src/core/text/is-record.ts';

/** A real editor: its program, the example that it is set up by, and the script that drives it. */
interface RealEditor {
  readonly program: string;
  readonly example: string;
  readonly args: (script: string) => readonly string[];
  readonly script: string;
}

const editors: Readonly<Record<string, RealEditor>> = {
  Neovim: {
    program: 'nvim',
    example: 'neovim-0.7.lua',
    script: 'drive-neovim.lua',
    args: (script) => ['--headless', '-i', 'NONE', '-n', '-u', 'NONE', '-c', `luafile ${script}`],
  },
  'Vim with ALE': {
    program: 'vim',
    example: 'ale.vim',
    script: 'drive-vim.vim',
    args: (script) => [
      '--not-a-term',
      '-T',
      'dumb',
      '-i',
      'NONE',
      '-n',
      '-N',
      '-u',
      'NONE',
      '-S',
      script,
    ],
  },
  'Emacs with eglot': {
    program: 'emacs',
    example: 'eglot.el',
    script: 'drive-emacs.el',
    args: (script) => ['--batch', '-l', script],
  },
};

const date = '2018-06-26';
const minutes = harbourMinutes({ date })
  .replace('## Updates', '## Updtes')
  .replace('## Roadmap', '## Raodmap');
const template = harbourTemplate
  .replace('calls/*.md', '*.md')
  .replace('{date}-harbour.md', '{date}.md');

/** Returns a list of texts; eglot puts the rule before each. */
function texts(value: unknown): readonly string[] {
  assert.ok(Array.isArray(value));
  return value.map((each) =>
    String(each)
      .replace(/^.*?(?=“)/s, '')
      .replace(/ \[.*\]$/s, ''),
  );
}

/** What the script writes down. */
function readResults(text: string): Readonly<Record<string, unknown>> {
  const results: unknown = JSON.parse(text);
  assert.ok(isRecord(results));
  return results;
}

suite('real editors', () => {
  for (const [name, { program, example, script, args }] of Object.entries(editors)) {
    test(
      `${name}: open, finding, quick fix, fix all, rename and completion`,
      { timeout: 120_000 },
      (t) => {
        if (spawnSync(program, ['--version']).error !== undefined) {
          t.diagnostic(`Not tried: ${program} is not installed; .ci/run installs it`);
          assert.ok(process.env.CI === undefined, `${program} must be there in CI`);
          return;
        }
        const folder = temporaryFolder(t, {
          '.minutes/harbour.md': template,
          [`${date}.md`]: minutes,
          'bin/minutes-language-server': `#!/bin/sh\nexec '${process.execPath}' '${join(checkout, manifest.bin['minutes-language-server'])}' "$@"\n`,
        });
        chmodSync(join(folder.path, 'bin/minutes-language-server'), 0o755);
        const { status, stderr } = spawnSync(program, args(join(import.meta.dirname, script)), {
          cwd: folder.path,
          encoding: 'utf8',
          timeout: 100_000,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: {
            ...process.env,
            HOME: folder.path,
            XDG_CONFIG_HOME: folder.path,
            PATH: `${folder.path}/bin:${String(process.env.PATH)}`,
            MINUTES_EXAMPLE: join(checkout, 'docs/editors', example),
            MINUTES_RESULTS: join(folder.path, 'results.json'),
            MINUTES_QUICK_FIX: 'Rename to “Updates”',
            MINUTES_FIX_ALL: 'Apply all safe fixes in this file',
            MINUTES_TEAM: 'Crane',
            MINUTES_NEW_TEAM: 'Derrick',
          },
        });
        assert.equal(status, 0, stderr);
        const { findings, quickFix, fixAll, renamed, completions, failure } = readResults(
          folder.read('results.json'),
        );
        assert.equal(failure, undefined);
        assert.deepEqual([...texts(findings)].sort(), [
          '“Raodmap” should be “Roadmap”',
          '“Updtes” should be “Updates”',
        ]);
        const onceFixed = minutes.replace('## Updtes', '## Updates');
        const fixed = onceFixed.replace('## Raodmap', '## Roadmap');
        assert.equal(quickFix, onceFixed);
        assert.equal(fixAll, fixed);
        assert.equal(renamed, fixed.replace('### Crane -', '### Derrick -'));
        assert.deepEqual(completions, ['### {team} - {lead}']);
      },
    );
  }
});
