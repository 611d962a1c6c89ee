import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { program, runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { rulesOf, statesOf } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const claimed = { '.minutes/call.md': template };

test('what is not text is reported with the reason, and the others are checked', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    'binary.md': Uint8Array.of(0x23, 0x20, 0x00, 0xff),
    'latin.md': Buffer.concat([Buffer.from('# Call\n\nK'), Buffer.of(0xf6), Buffer.from('per\n')]),
    'wide.md': Buffer.from('\uFEFF# Call\n', 'utf16le'),
    'large.md': '- all work and no play\n'.repeat(500_000),
    'empty.md': '',
    '2018-06-26.md': sound,
  });
  const { code, output, errors } = runCommand(path, ['check', '--format', 'json', '.', 'gone.md']);
  assert.equal(code, 2);
  assert.deepEqual(statesOf(output), {
    'gone.md': 'unreadable',
    '.minutes/call.md': 'checked',
    '2018-06-26.md': 'checked',
    'binary.md': 'unreadable',
    'empty.md': 'checked',
    'large.md': 'unreadable',
    'latin.md': 'unreadable',
    'wide.md': 'unreadable',
  });
  assert.deepEqual(
    errors.split('\n').sort(),
    [
      '',
      'minutes: binary.md: is binary, not text',
      'minutes: gone.md: does not exist',
      'minutes: large.md: is larger than 1.5 MB, the limit for minutes',
      'minutes: latin.md: is not UTF-8: invalid bytes on line 3; save it as UTF-8',
      'minutes: wide.md: is UTF-16; save it as UTF-8',
    ].sort(),
  );
});

test('a circle of links and a link that leads nowhere do no harm', (context) => {
  const { path } = temporaryFolder(context, { ...claimed, 'a/2018-06-26.md': sound });
  symlinkSync('..', `${path}/a/up`);
  symlinkSync('self.md', `${path}/a/self.md`);
  symlinkSync('gone.md', `${path}/a/link.md`);
  assert.equal(runCommand(path, ['check']).code, 0);
  assert.equal(runCommand(path, ['check', 'a/self.md']).code, 2);
});

test('deep nesting is checked', (context) => {
  const deep = `${sound}\n${'> '.repeat(2000)}x\n\n${'- '.repeat(2000)}x\n`;
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': deep });
  assert.equal(runCommand(path, ['check']).code, 0);
});

test('what moves the cursor or turns the text is not printed', (context) => {
  const evil = broken.replace('Descisions', 'Desc\u001B[2J\u009B31m\u202Eisions');
  const { path } = temporaryFolder(context, { ...claimed, '2018\u001B[7m.md': evil });
  for (const args of [
    ['check'],
    ['check', '--format', 'json'],
    ['fix', '--all'],
    ['explain', '\u001B[2Jx'],
  ]) {
    const { output, errors } = runCommand(path, args);
    const printed = args[0] === 'fix' ? errors : output + errors;
    for (const character of ['\u001B', '\u009B', '\u202E']) {
      assert.ok(!printed.includes(character), args.join(' '));
    }
  }
});

test('a reader that goes away is not an error', async (context) => {
  const many = Array.from({ length: 3000 }, (_, index) => `## Talk ${index}\n`).join('\n');
  const folder = temporaryFolder(context, { ...claimed, '2018-06-26.md': `${broken}\n${many}` });
  const child = spawn(process.execPath, [program, 'check', '--min-severity', 'hint'], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout.destroy();
  const closed: unknown[] = await once(child, 'close');
  assert.equal(Buffer.concat(errors).toString(), '');
  assert.equal(closed[0], 1);
});

test('findings in minutes with CRLF are on the lines of those with LF', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    'lf.md': broken,
    'crlf.md': broken.replaceAll('\n', '\r\n'),
  });
  const of = (name: string): string => runCommand(path, ['check', name]).output;
  assert.equal(of('crlf.md').replaceAll('crlf.md', 'lf.md'), of('lf.md'));
  assert.equal(
    rulesOf(runCommand(path, ['check', '--format', 'json', 'crlf.md']).output).length,
    4,
  );
});
