import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';

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
  test(`${shell} reads its completions`, { skip: isAbsent(shell) }, () => {
    const { status, stderr } = spawnSync(shell, ['-n'], {
      input: scriptOf(shell),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  test(`the completions of ${shell} have every command`, () => {
    const script = scriptOf(shell);
    for (const word of ['check', 'completion', 'export', 'stale-lead', 'board-meeting', 'sarif']) {
      assert.ok(script.includes(word), word);
    }
  });
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
