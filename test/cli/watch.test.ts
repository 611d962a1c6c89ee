import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { program, testEnvironment } from '../support/command-line.ts';
import { assertBuilt } from '../support/built-programs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const timeLimit = { timeout: 60_000 };
const files = { '.git/HEAD': '', '.minutes/call.md': template, 'a/2018-06-26.md': sound };

suite('minutes check --watch', () => {
  test('checks again when an editor saves in place or by renaming', timeLimit, async (t) => {
    const folder = temporaryFolder(t, files);
    const watching = watch(t, folder.path, ['a']);
    assert.match(await watching.next(), /^1 file checked: nothing found\./);
    folder.write('a/2018-06-26.md', broken);
    assert.match(await watching.next(), /misspelled-section/);
    folder.write('a/.2018-06-26.md.swp', sound);
    renameSync(join(folder.path, 'a/.2018-06-26.md.swp'), join(folder.path, 'a/2018-06-26.md'));
    assert.match(await watching.next(), /^1 file checked: nothing found\./);
  });

  test('sees new files, also in new folders, and changed templates', timeLimit, async (t) => {
    const folder = temporaryFolder(t, files);
    const watching = watch(t, folder.path, ['.']);
    assert.match(await watching.next(), /^2 files checked/);
    folder.write('b/c/2018-07-03.md', sound.replace('06-26', '07-03'));
    assert.match(await watching.next((text) => text.startsWith('3 files')), /^3 files checked/);
    folder.write('b/c/2018-07-03.md', '# Call 2018-07-03\n');
    assert.match(await watching.next(), /b\/c\/2018-07-03\.md.*missing-section/);
    folder.write('.minutes/call.md', template.replace(/## [^]*/, ''));
    assert.match(await watching.next(), /^3 files checked: nothing found/);
    folder.write('.minutes/config.yml', 'severities:\n  missing-lede: off\n');
    assert.match(await watching.next(), /config\.yml:2:3 error/);
  });

  test('sees a template that comes to be above the folder', timeLimit, async (t) => {
    const folder = temporaryFolder(t, { '.git/HEAD': '', 'a/2018-06-26.md': broken });
    const watching = watch(t, folder.path, ['a']);
    assert.match(await watching.next(), /^0 files checked/);
    folder.write('.minutes/call.md', template);
    assert.match(await watching.next((text) => !text.startsWith('0 files')), /misspelled-section/);
  });

  test('ends by a signal, and takes no standard input', timeLimit, async (t) => {
    const folder = temporaryFolder(t, files);
    const watching = watch(t, folder.path, ['a']);
    await watching.next();
    assert.deepEqual(await watching.end(), [null, 'SIGINT']);
    const refused = watch(t, folder.path, ['-']);
    assert.deepEqual(await refused.ended, [2, null]);
  });
});

interface Watching {
  /** Resolves with what the next run that fits wrote. */
  next(fits?: (text: string) => boolean): Promise<string>;
  readonly ended: Promise<unknown[]>;
  end(): Promise<unknown[]>;
}

const endOfRun = '\nWatching for changes; Ctrl+C ends it.\n';

function watch(t: TestContext, folder: string, paths: readonly string[]): Watching {
  assertBuilt();
  const child = spawn(process.execPath, [program, 'check', '--watch', ...paths], {
    cwd: folder,
    env: testEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const next = async (fits: (run: string) => boolean = () => true): Promise<string> => {
    while (!text.includes(endOfRun)) await once(child.stdout, 'data');
    const end = text.indexOf(endOfRun);
    const run = text.slice(0, end);
    text = text.slice(end + endOfRun.length);
    return fits(run) ? run : next(fits);
  };
  return {
    next,
    ended,
    end() {
      child.kill('SIGINT');
      return ended;
    },
  };
}
