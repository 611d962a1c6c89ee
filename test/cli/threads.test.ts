import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Environment, Threads } from '../../server/src/cli/environment.ts';
import { runCheckJob } from '../../server/src/cli/run-check-job.ts';
import { runMinutes } from '../../server/src/cli/run-minutes.ts';
import { localGit } from '../../server/src/node/git.ts';
import { localFiles } from '../../server/src/node/local-files.ts';
import { runCommand, type CommandResult } from '../support/command-line.ts';
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
    const alone = await run(args, null);
    assert.equal(alone.code, 2);
    assert.ok(alone.output.length > 10_000 && alone.errors.includes('absent.yml'));
    assert.deepEqual(await run(args, threadsOf(3)), alone);
    assert.deepEqual(await run(args, threadsOf(200)), alone);
    const built = runCommand(process.cwd(), [...args, '--today', today]);
    assert.deepEqual(built, alone);
  });
}

test('threads report what they find in the language that is asked for', async (context) => {
  const args = ['check', '--min-severity', 'hint', manyMinutes(context), '--locale', 'de-AT'];
  const speaking: Environment = {
    ...silent,
    translations: (tag) =>
      tag === 'de-AT' ? { 'The template requires the section “{0}”': '“{0}” fehlt' } : null,
  };
  const { output } = await run(args, threadsOf(3, speaking), speaking);
  assert.match(output, /“News” fehlt/);
  assert.doesNotMatch(output, /The template requires/);
  assert.match(
    (await run(['check', '--min-severity', 'hint', manyMinutes(context)], threadsOf(3))).output,
    /The template/,
  );
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
function threadsOf(count: number, environment = silent): Threads {
  return {
    count,
    check: (job) =>
      Promise.resolve(structuredClone(runCheckJob(structuredClone(job), environment))),
  };
}

const stream = { isTerminal: false, hasColors: false, write: (): void => undefined };
const silent: Environment = {
  version: '0',
  build: '',
  now: () => Date.now(),
  openCache: () => null,
  today,
  locale: null,
  translations: () => null,
  asset: () => '',
  output: stream,
  errors: stream,
  files: localFiles,
  git: localGit,
  threads: null,
  watch: null,
  readInput: () => Promise.resolve({ reason: 'is not read' }),
};

async function run(
  args: readonly string[],
  threads: Threads | null,
  environment = silent,
): Promise<CommandResult> {
  const told = { output: '', errors: '' };
  const code = await runMinutes(args, {
    ...environment,
    threads,
    output: { ...stream, write: (text) => void (told.output += text) },
    errors: { ...stream, write: (text) => void (told.errors += text) },
  });
  return { code, ...told };
}
