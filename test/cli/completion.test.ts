import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Tells why tests of a program are skipped, or false where it is there. */
function isAbsent(program: string): string | false {
  const { error } = spawnSync(program, ['--version']);
  return error === undefined ? false : `skipped: ${program} is not installed`;
}

function scriptOf(shell: string): string {
  const { code, output } = runCommand(checkout, ['completion', shell]);
  assert.equal(code, 0);
  return output;
}

suite('completions of bash', { skip: isAbsent('bash') }, () => {
  const script = scriptOf('bash');
  const complete = (...words: readonly string[]): readonly string[] =>
    execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script}
compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _minutes; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        'minutes',
        ...words,
      ],
      { encoding: 'utf8' },
    )
      .split('\n')
      .filter((word) => word !== '');

  test('complete commands, options and their values', () => {
    assert.deepEqual(complete('ch'), ['check']);
    assert.deepEqual(complete('check', '--new'), ['--new-since']);
    assert.deepEqual(complete('fix', '--new'), []);
    assert.deepEqual(complete('check', '--format', 's'), ['sarif']);
    assert.deepEqual(complete('check', '--format', '=', 's'), ['sarif']);
    assert.deepEqual(complete('check', '--rule', 'stale'), ['stale-lead']);
    assert.deepEqual(complete('check', '--severity', 'stale'), ['stale-lead=']);
    assert.deepEqual(complete('explain', 'stale'), ['stale-lead']);
    assert.deepEqual(complete('--locale', 'de', 'expl'), ['explain']);
    assert.deepEqual(complete('completion', 'z'), ['zsh']);
    assert.ok(complete('new', '--template', '').includes('board-meeting'));
  });

  test('leave files to the shell', () => {
    assert.deepEqual(complete('check', 'min'), []);
    assert.deepEqual(complete('check', '--output', 'x'), []);
  });
});

for (const shell of ['zsh', 'fish'] as const) {
  test(`${shell} completes commands, options and their values`, (context) => {
    if (spawnSync(shell, ['--version']).error !== undefined) {
      context.diagnostic(`Not tried: ${shell} is not installed; .ci/run installs it`);
      assert.ok(process.env.CI === undefined, `${shell} must be there in CI`);
      return;
    }
    const { path } = temporaryFolder(context, { script: scriptOf(shell) });
    const complete = (words: string): readonly string[] =>
      completions[shell](path, `minutes ${words}`);
    assert.deepEqual(complete('ch'), ['check']);
    assert.deepEqual(complete('check --new'), ['--new-since']);
    assert.deepEqual(complete('fix --new'), []);
    assert.deepEqual(complete('check --format s'), ['sarif']);
    assert.deepEqual(complete('check --rule stale'), ['stale-lead']);
    assert.deepEqual(complete('check --severity stale'), ['stale-lead=']);
    assert.deepEqual(complete('explain stale'), ['stale-lead']);
    assert.deepEqual(complete('--locale de expl'), ['explain']);
    assert.deepEqual(complete('--locale de check --new'), ['--new-since']);
    assert.deepEqual(complete('completion z'), ['zsh']);
    assert.ok(complete('new --template ').includes('board-meeting'));
  });

  test(`the completions of ${shell} have every command`, () => {
    const script = scriptOf(shell);
    for (const word of ['check', 'completion', 'export', 'stale-lead', 'board-meeting', 'sarif']) {
      assert.ok(script.includes(word), word);
    }
  });
}

/** Returns what a shell offers for a line that is typed, with its completions in the file `script` of a folder. */
const completions = {
  fish: (folder: string, line: string): readonly string[] =>
    linesOf(
      execFileSync('fish', ['--no-config', '-c', 'source script; complete -C $argv[1]', line], {
        cwd: folder,
        env: { ...process.env, HOME: folder },
        encoding: 'utf8',
      }),
    ).map((offered) => offered.split('\t')[0] ?? ''),
  zsh: (folder: string, line: string): readonly string[] => {
    const drive = join(import.meta.dirname, 'drive-zsh.zsh');
    const env = { ...process.env, HOME: folder, SETUP: join(import.meta.dirname, 'setup-zsh.zsh') };
    return linesOf(
      execFileSync('zsh', ['-f', drive, line], {
        cwd: folder,
        env: { ...env, COMPLETIONS: join(folder, 'script'), MATCHES: join(folder, line) },
        encoding: 'utf8',
        timeout: 60_000,
      }),
    );
  },
};

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

test('a shell that there are no completions for is a usage error', () => {
  const { code, errors } = runCommand(checkout, ['completion', 'tcsh']);
  assert.equal(code, 2);
  assert.match(errors, /bash, zsh, fish/);
});

test('the manual is what groff takes without a warning', { skip: isAbsent('groff') }, () => {
  const page = join(checkout, 'docs/minutes.1');
  const plain = ['-P-c', '-P-b', '-P-o', '-P-u'];
  const { stdout: text, stderr } = spawnSync(
    'groff',
    ['-man', '-ww', '-Tutf8', '-rLL=200n', ...plain, page],
    { encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  for (const part of [
    'minutes check [options] [path...]',
    '--new-since <revision>',
    '-q, --quiet',
  ]) {
    assert.ok(text.includes(part), part);
  }
});
