import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { openCacheFolder } from '../../server/src/node/cache-folder.ts';
import { runCommand, type CommandResult } from '../support/command-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const files = {
  'root/.git/HEAD': '',
  'root/.minutes/call.md': template,
  'root/2018-06-26.md': broken,
  'root/2018-07-03.md': sound.replace('06-26', '07-03'),
};

suite('results of earlier runs', () => {
  test('are kept where the user keeps such, in a folder that nobody else can read', (context) => {
    const { folder, run } = start(context);
    const first = run([]);
    assert.deepEqual(run([]), first);
    const [root = ''] = readdirSync(join(folder.path, 'xdg/vscode-minutes'));
    const own = join(folder.path, 'xdg/vscode-minutes', root);
    assert.equal(statSync(own).mode & 0o777, 0o700);
    const names = readdirSync(own);
    assert.equal(names.length, 1);
    assert.equal(statSync(join(own, names[0] ?? '')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(join(folder.path, 'root')).sort(), [
      '.git',
      '.minutes',
      '2018-06-26.md',
      '2018-07-03.md',
    ]);
  });

  test('are kept elsewhere by an option or a variable, and not at all with --no-cache', (context) => {
    const { folder, run } = start(context);
    run(['--no-cache']);
    assert.deepEqual(readdirSync(folder.path), ['root']);
    run([], { MINUTES_CACHE_DIR: join(folder.path, 'variable') });
    run(['--cache-location', '../option'], { MINUTES_CACHE_DIR: join(folder.path, 'unused') });
    assert.deepEqual(readdirSync(folder.path).sort(), ['option', 'root', 'variable']);
  });

  test('that are damaged, or another’s, are as if there were none', (context) => {
    const { folder, run } = start(context);
    const first = run([]);
    const whole = join(folder.path, 'xdg/vscode-minutes');
    const own = join(whole, readdirSync(whole)[0] ?? '');
    const path = join(own, readdirSync(own)[0] ?? '');
    const kept = readFileSync(path, 'utf8');
    assert.match(kept, /misspelled-section/);
    for (const damaged of [
      kept.replaceAll('misspelled-section', 'misspelled-sectiom'),
      kept.slice(0, -100),
      '',
      '\n[1, null]',
    ]) {
      writeFileSync(path, damaged);
      assert.deepEqual(run([]), first);
    }
    assert.equal(readFileSync(path, 'utf8').split('\n').length, 2);
    chmodSync(own, 0o777);
    writeFileSync(path, 'not believed');
    assert.deepEqual(run([]), first);
    assert.equal(readFileSync(path, 'utf8'), 'not believed');
  });

  test('that can’t be written are not told of', (context) => {
    const { folder, run } = start(context);
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const first = run(['--no-cache']);
    assert.deepEqual(run([], { MINUTES_CACHE_DIR: join(file, 'below') }), first);
    const link = join(folder.path, 'loop');
    symlinkSync('loop', link);
    assert.deepEqual(run([], { MINUTES_CACHE_DIR: link }), first);
  });

  test('are not more than a root may have', (context) => {
    const { path } = temporaryFolder(context);
    const cache = openCacheFolder(join(path, 'cache'), '/root');
    for (let number = 0; number < 12; number++) cache.write(`${String(number)}.json`, 'text');
    const [root = ''] = readdirSync(join(path, 'cache'));
    assert.equal(readdirSync(join(path, 'cache', root)).length, 8);
    assert.equal(cache.read('11.json'), 'text');
    assert.equal(cache.read('absent.json'), null);
  });

  test('of two runs at once are one of them', async (context) => {
    const { path } = temporaryFolder(context);
    mkdirSync(join(path, 'cache'), { mode: 0o700 });
    const texts = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
    await Promise.all(
      texts.map(async (text) => {
        for (let round = 0; round < 5; round++) {
          openCacheFolder(join(path, 'cache'), '/root').write('x.json', text);
          await Promise.resolve();
          const read = openCacheFolder(join(path, 'cache'), '/root').read('x.json');
          assert.ok(read !== null && texts.includes(read));
        }
      }),
    );
  });
});

function start(context: TestContext): {
  readonly folder: TemporaryFolder;
  readonly run: (args: readonly string[], variables?: NodeJS.ProcessEnv) => CommandResult;
} {
  const folder = temporaryFolder(context, files);
  const run = (args: readonly string[], variables: NodeJS.ProcessEnv = {}): CommandResult =>
    runCommand(join(folder.path, 'root'), ['check', ...args], '', {
      ...process.env,
      LC_ALL: 'C',
      MINUTES_CACHE_DIR: '',
      XDG_CACHE_HOME: join(folder.path, 'xdg'),
      ...variables,
    });
  return { folder, run };
}
