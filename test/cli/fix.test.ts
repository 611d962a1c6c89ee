import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { applyPatch } from 'diff';
import { FileError } from '../../server/src/cli/environment.ts';
import { unifiedDiff } from '../../server/src/cli/unified-diff.ts';
import { replaceFile } from '../../server/src/node/replace-file.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readReport, rulesOf } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const claimed = { '.minutes/call.md': template };
const name = '2018-06-26.md';

test('fix inserts and renames, fix --all also moves, and no word is lost', (context) => {
  const folder = temporaryFolder(context, { ...claimed, [name]: broken });
  const safe = runCommand(folder.path, ['fix', '--format', 'json']);
  assert.equal(safe.code, 1);
  assert.deepEqual(rulesOf(safe.output), ['misplaced-section']);
  assert.deepEqual(headingsOf(folder.read(name)), [
    '# Call 2018-06-26',
    '## Next steps',
    '## Agenda',
    '## News',
    '## Decisions',
    '## Open questions',
  ]);
  const all = runCommand(folder.path, ['fix', '--all']);
  assert.equal(all.code, 0);
  assert.deepEqual(headingsOf(folder.read(name)), headingsOf(sound));
  for (const words of ['Ada buys rope.', 'Rope', 'We buy rope.']) {
    assert.ok(folder.read(name).includes(`- ${words}\n`));
  }
  assert.match(all.output, /^--- a\/2018-06-26\.md\n\+\+\+ b\/2018-06-26\.md\n@@ /);
});

test('a second fix changes nothing', (context) => {
  const folder = temporaryFolder(context, { ...claimed, [name]: broken });
  runCommand(folder.path, ['fix']);
  const fixed = folder.read(name);
  const { mtimeMs, ino } = statSync(`${folder.path}/${name}`);
  runCommand(folder.path, ['fix']);
  assert.equal(folder.read(name), fixed);
  const again = statSync(`${folder.path}/${name}`);
  assert.deepEqual([again.mtimeMs, again.ino], [mtimeMs, ino]);
});

test('a dry run writes nothing, and prints a diff that makes the same text', (context) => {
  const folder = temporaryFolder(context, { ...claimed, [name]: broken });
  const { code, output, errors } = runCommand(folder.path, ['fix', '--dry-run']);
  assert.equal(code, 1);
  assert.equal(folder.read(name), broken);
  assert.equal(
    errors,
    '2018-06-26.md:3:1 warning misplaced-section “Next steps” is out of order: it belongs after “Decisions”\n2 files checked: 1 warning.\n',
  );
  runCommand(folder.path, ['fix']);
  assert.equal(applyPatch(broken, output), folder.read(name));
  const report = runCommand(folder.path, ['fix', '--dry-run', '--all', '--format', 'json']);
  assert.equal(report.code, 0);
  assert.equal(readReport(report.output).summary.files, 2);
});

test('the diff of a name with spaces ends the name with a tab, for GNU patch', () => {
  assert.equal(
    unifiedDiff('a b.md', '-- a/x\n', '++ b/x\n'),
    '--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,1 +1,1 @@\n--- a/x\n+++ b/x\n',
  );
  assert.match(unifiedDiff('ü b.md', 'x\n', 'y\n'), /^--- "a\/\\303\\274 b\.md"\n/);
});

test('the diff of an absolute path is one from the root', () => {
  assert.match(
    unifiedDiff('/notes/a.md', 'x\n', 'y\n'),
    /^--- a\/notes\/a\.md\n\+\+\+ b\/notes\/a\.md\n/,
  );
});

test('only the rules that are asked for are repaired', (context) => {
  const folder = temporaryFolder(context, { ...claimed, [name]: broken });
  const { code } = runCommand(folder.path, ['fix', '--rule', 'misspelled-section']);
  assert.equal(code, 0);
  assert.equal(folder.read(name), broken.replace('Descisions', 'Decisions'));
});

test('the standard input goes repaired to the standard output, whatever it is', (context) => {
  const { path } = temporaryFolder(context, claimed);
  const args = ['fix', '-', '--template', '.minutes/call.md'];
  const { code, output, errors } = runCommand(path, args, `\uFEFF${broken}`);
  assert.equal(code, 1);
  assert.match(output, /^\uFEFF# Call 2018-06-26\n/);
  assert.match(output, /^## Decisions$/m);
  assert.equal(
    errors,
    '-:3:1 warning misplaced-section “Next steps” is out of order: it belongs after “Decisions”\n1 file checked: 1 warning.\n',
  );
  assert.equal(runCommand(path, ['fix', '-'], broken).output, broken);
  const dry = runCommand(path, [...args, '--dry-run'], broken);
  assert.match(dry.output, /^--- a\/-\n/);
});

test('line endings, a byte order mark and the mode stay', (context) => {
  const crlf = `\uFEFF${broken.replaceAll('\n', '\r\n')}`;
  const folder = temporaryFolder(context, { ...claimed, [name]: crlf });
  chmodSync(`${folder.path}/${name}`, 0o640);
  runCommand(folder.path, ['fix']);
  const fixed = folder.read(name);
  assert.ok(fixed.startsWith('\uFEFF# Call'));
  assert.equal(fixed.replaceAll('\r\n', '').includes('\n'), false);
  assert.equal(statSync(`${folder.path}/${name}`).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder.path).sort(), ['.minutes', name]);
});

test('a link stays a link, and what it leads to is repaired', (context) => {
  const folder = temporaryFolder(context, { ...claimed, 'kept/original': broken });
  symlinkSync('kept/original', `${folder.path}/${name}`);
  assert.equal(runCommand(folder.path, ['fix']).code, 1);
  assert.ok(lstatSync(`${folder.path}/${name}`).isSymbolicLink());
  assert.match(folder.read('kept/original'), /^## Decisions$/m);
});

test('a link out of the folder is refused', (context) => {
  const outside = temporaryFolder(context, { 'original.md': broken });
  const folder = temporaryFolder(context, claimed);
  symlinkSync(`${outside.path}/original.md`, `${folder.path}/${name}`);
  const { code, errors } = runCommand(folder.path, ['fix', name]);
  assert.equal(code, 2);
  assert.equal(
    errors,
    'minutes: 2018-06-26.md: is a link that leads out of .; it was not changed\n',
  );
  assert.equal(outside.read('original.md'), broken);
});

test('a file that was changed meanwhile is left alone', (context) => {
  const folder = temporaryFolder(context, { [name]: 'new' });
  const path = `${folder.path}/${name}`;
  const bytes = Buffer.from('fixed');
  const within = folder.path;
  assert.throws(
    () => {
      replaceFile(path, { expected: Buffer.from('old'), bytes, within });
    },
    (error) => error instanceof FileError && error.message.includes('changed by another program'),
  );
  assert.equal(readFileSync(path, 'utf8'), 'new');
  assert.deepEqual(readdirSync(folder.path), [name]);
  replaceFile(path, { expected: Buffer.from('new'), bytes, within });
  assert.equal(readFileSync(path, 'utf8'), 'fixed');
});

test('templates are repaired before the minutes that they are for', (context) => {
  const yaml = template.replace('files: "**/*.md"', 'files: **/*.md');
  const folder = temporaryFolder(context, { '.minutes/call.md': yaml, [name]: broken });
  const { output } = runCommand(folder.path, ['fix', '--format', 'json']);
  assert.equal(folder.read('.minutes/call.md'), template);
  assert.deepEqual(rulesOf(output), ['misplaced-section']);
});

function headingsOf(text: string): readonly string[] {
  return text.match(/^#.*$/gm) ?? [];
}
