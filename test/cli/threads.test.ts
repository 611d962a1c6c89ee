import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Environment, Threads } from '../../server/src/cli/environment.ts';
import { runCheckJob } from '../../server/src/cli/run-check-job.ts';
import { runCommand } from '../support/command-line.ts';
import { inProcessEnvironment, runInProcess } from '../support/in-process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const formats = ['pretty', 'json'];

for (const format of formats) {
  test(`threads find what one finds, and report it in the same order: ${format}`, async (context) => {
    const folder = manyMinutes(context);
    const args = [
      'check',
      '--min-severity',
      'hint',
      '--format',
      format,
      folder,
      `${folder}/gone.md`,
    ];
    const alone = await runInProcess(args, { today });
    assert.equal(alone.code, 2);
    assert.ok(alone.output.length > 10_000 && alone.errors.includes('absent.yml'));
    assert.deepEqual(await runInProcess(args, { today, threads: threadsOf(3) }), alone);
    assert.deepEqual(await runInProcess(args, { today, threads: threadsOf(200) }), alone);
    const built = runCommand(process.cwd(), [...args, '--today', today]);
    assert.deepEqual(built, alone);
  });
}

test('threads report what they find in the language that is asked for', async (context) => {
  const args = ['check', '--min-severity', 'hint', manyMinutes(context), '--locale', 'de-AT'];
  const translations: Environment['translations'] = (tag) =>
    tag === 'de-AT' ? { 'The template requires the section “{0}”': '“{0}” fehlt' } : null;
  const { output } = await runInProcess(args, {
    translations,
    today,
    threads: threadsOf(3, { ...inProcessEnvironment, translations }),
  });
  assert.match(output, /“News” fehlt/);
  assert.doesNotMatch(output, /The template requires/);
  const untranslated = await runInProcess(args.slice(0, -2), { today, threads: threadsOf(3) });
  assert.match(untranslated.output, /The template/);
});

const today = '2019-01-01';

/** Minutes of two folders with a template each, one of them broken, and files that can't be checked. */
function manyMinutes(context: TestContext): string {
  const files: Record<string, string | Uint8Array> = {
    '.minutes/call.md': template,
    'other/.minutes/call.md': template.replace('---\n\n', 'roster: absent.yml\n---\n\n'),
    'binary.md': Uint8Array.of(0x23, 0x00),
    'notes.md': '<!-- minutes-template: nothing-like-it -->\n',
  };
  for (let number = 0; number < 170; number++) {
    const date = new Date(Date.UTC(2015, 0, 1 + 7 * number)).toISOString().slice(0, 10);
    const text = (number % 3 === 0 ? broken : sound).replaceAll('2018-06-26', date);
    files[`${number % 5 === 0 ? 'other/' : ''}${date}.md`] = text;
  }
  return temporaryFolder(context, files).path;
}

/** Stand-ins for threads, which get only what could be sent to one. */
function threadsOf(count: number, environment = inProcessEnvironment): Threads {
  return {
    count,
    documentsEach: 1,
    check: (job) =>
      Promise.resolve(
        structuredClone([...runCheckJob(structuredClone(job), { ...environment, today })]),
      ),
  };
}
