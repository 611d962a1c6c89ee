import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { seed } from '../properties/seed.ts';
import { program, runCommand } from '../support/command-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

/** The days of 500 minutes. */
const days = Array.from({ length: 500 }, (_, index) =>
  new Date(Date.UTC(2018, 0, 1 + index)).toISOString().slice(0, 10),
);

function brokenOn(day: string): string {
  return broken.replace('2018-06-26', day);
}

/** Runs `fix` in a folder, and kills it when that many files have come, gone or changed. */
async function fixUntil(folder: string, changes: number, signal: NodeJS.Signals): Promise<void> {
  const run = spawn(process.execPath, [program, 'fix', '.'], { cwd: folder, stdio: 'ignore' });
  let seen = 0;
  const watcher = watch(folder, () => {
    if (++seen === changes) run.kill(signal);
  });
  await once(run, 'exit');
  watcher.close();
}

test(
  '“fix” that is killed anywhere loses nothing and halves nothing, and the next run leaves nothing behind',
  { timeout: 300_000 },
  async (t) => {
    const folder = temporaryFolder(t, { '.minutes/call.md': template });
    const breakAll = (): void => {
      for (const day of days) folder.write(`${day}.md`, brokenOn(day));
    };
    breakAll();
    runCommand(folder.path, ['fix']);
    const fixed = new Map(days.map((day) => [day, folder.read(`${day}.md`)]));
    const kills = fc.sample(
      fc.record({
        changes: fc.integer({ min: 1, max: 120 }),
        signal: fc.constantFrom('SIGKILL' as const, 'SIGTERM' as const, 'SIGINT' as const),
      }),
      { numRuns: 50, seed },
    );
    breakAll();
    for (const { changes, signal } of kills) {
      await fixUntil(folder.path, changes, signal);
      for (const [day, text] of fixed) {
        const found = folder.read(`${day}.md`);
        if (found === brokenOn(day)) continue;
        assert.equal(found, text, `${day} after ${String(changes)} changes`);
        folder.write(`${day}.md`, brokenOn(day));
      }
    }
    runCommand(folder.path, ['fix']);
    for (const [day, text] of fixed) assert.equal(folder.read(`${day}.md`), text);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
      [],
    );
  },
);

const claimed = { '.minutes/call.md': template, '2018-06-26.md': broken };

test('what a killed run left is removed, and what another may be writing is not', (t) => {
  const folder = temporaryFolder(t, claimed);
  const machine = hostname().replace(/[^A-Za-z0-9]/g, '');
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const stale = `.2018-06-26.md.${machine}-999999999.${id}.tmp`;
  const others = [
    `.2018-06-26.md.${machine}-${String(process.pid)}.${id}.tmp`,
    `.2018-06-26.md.elsewhere-999999999.${id}.tmp`,
    '.mine.tmp',
  ];
  for (const name of [stale, ...others]) folder.write(name, 'half');
  runCommand(folder.path, ['fix', '--dry-run']);
  assert.equal(folder.read(stale), 'half');
  runCommand(folder.path, ['fix']);
  assert.throws(() => folder.read(stale));
  for (const name of others) assert.equal(folder.read(name), 'half');
});

test('a pipe or a device as a roster is reported, and nothing waits for it', (t) => {
  for (const make of ['pipe', 'device'] as const) {
    const folder = temporaryFolder(t, {
      '.minutes/call.md': template.replace('name: Call', 'name: Call\nroster: teams.yml'),
      '2018-06-26.md': sound,
    });
    const roster = `${folder.path}/.minutes/teams.yml`;
    if (make === 'pipe') execFileSync('mkfifo', [roster]);
    else mkdirSync(roster);
    const { code, errors } = runCommand(folder.path, ['check']);
    assert.equal(code, 2);
    assert.match(errors, /^minutes: \.minutes\/teams\.yml: [^\n]+\n$/);
  }
});

test('a full disk at the standard output ends with 2 and one line', (t) => {
  const { path } = temporaryFolder(t, claimed);
  const full = openSync('/dev/full', 'w');
  for (const args of [['check'], ['check', '--format', 'json'], ['--help']]) {
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: path,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^minutes: [^\n]*can’t be written: [^\n]*\n$/, args.join(' '));
  }
});

test('a compile cache that can’t be written is done without', (t) => {
  const folder = programIn(t);
  folder.write('compile-cache', 'a file where the folder would be\n');
  const { status, signal, stderr } = startIn(folder);
  assert.deepEqual([status, signal, stderr], [0, null, '']);
  assert.deepEqual(
    readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('a damaged compile cache is left aside and written anew', (t) => {
  const folder = programIn(t);
  startIn(folder);
  const [name = ''] = readdirSync(`${folder.path}/compile-cache`);
  const cache = `${folder.path}/compile-cache/${name}`;
  const whole = readFileSync(cache);
  for (const at of [0, 0.3, 0.5, 0.9]) {
    const damaged = Buffer.from(whole);
    const start = Math.floor((at * damaged.length) / 4096) * 4096;
    damaged.fill(0, start, start + 4096);
    writeFileSync(cache, damaged);
    const { status, signal, stderr } = startIn(folder);
    assert.deepEqual([status, signal, stderr], [0, null, '']);
    assert.notDeepEqual(readFileSync(cache), damaged);
  }
});

test('other names of a file, and its owner, are reported where they can’t be kept', (t) => {
  const folder = temporaryFolder(t, claimed);
  const path = `${folder.path}/2018-06-26.md`;
  linkSync(path, `${folder.path}/other-name.txt`);
  const { errors } = runCommand(folder.path, ['fix']);
  assert.equal(
    errors,
    'minutes: 2018-06-26.md: was replaced under this name; its other names (hard links) keep the old text\n',
  );
  assert.equal(folder.read('other-name.txt'), broken);
});

test('a file of another owner that the group may write is fixed, with its group and mode', (t) => {
  if (process.getuid?.() !== 0) {
    t.diagnostic('Not tried: only the superuser can make a file of another owner');
    return;
  }
  const folder = temporaryFolder(t, claimed);
  const path = `${folder.path}/2018-06-26.md`;
  const [user, group] = [65_534, 12_345];
  chownSync(folder.path, user, group);
  chmodSync(folder.path, 0o775);
  chownSync(path, 54_321, group);
  chmodSync(path, 0o664);
  const { status, stderr } = spawnSync(process.execPath, [program, 'fix', '.'], {
    cwd: folder.path,
    encoding: 'utf8',
    uid: user,
    gid: group,
  });
  assert.equal(status, 1, stderr);
  assert.equal(stderr, 'minutes: 2018-06-26.md: belongs to you now; its owner can’t be kept\n');
  const { uid, gid, mode } = statSync(path);
  assert.deepEqual([uid, gid, mode & 0o7777], [user, group, 0o664]);
});

test('a pattern may name a file that is called like an option', (t) => {
  const folder = temporaryFolder(t, {
    '.minutes/call.md': template,
    '--all.md': broken,
    '-x.md': sound,
  });
  const { code, output } = runCommand(folder.path, ['check', '--all.md', '-x.md']);
  assert.equal(code, 1);
  assert.match(output, /^--all\.md:3:1 .*\n2 files checked/ms);
});

/** Copies the built program into a folder, where it has a compile cache of its own. */
function programIn(context: TestContext): TemporaryFolder {
  const folder = temporaryFolder(context, {});
  for (const name of ['minutes.js', 'command-line.cjs', 'package.json']) {
    copyFileSync(program.replace('minutes.js', name), `${folder.path}/${name}`);
  }
  return folder;
}

function startIn({ path }: TemporaryFolder): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [`${path}/minutes.js`, '--help'], { encoding: 'utf8' });
}
