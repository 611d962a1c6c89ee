import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Editing } from './measure-editing.ts';
import { readOptions } from './options.ts';
import { ours } from './peers.ts';
import { noResults, regressionsIn, type Results } from './results.ts';

suite('regressions', () => {
  const before = JSON.stringify(resultsWith({}));

  test('are not reported for equal results or noise', () => {
    assert.deepEqual(regressionsIn(resultsWith({}), before), []);
    const noisy = resultsWith({ start: 140, allocated: 110, count: 105, seconds: 2.9 });
    assert.deepEqual(regressionsIn(noisy, before), []);
  });

  for (const [what, worse, told] of [
    ['a ratio to the best peer', { start: 160 }, /^start to first diagnostics.*: 1\.60; it was 1/],
    ['no answer where there was one', { start: null }, /^start to first diagnostics.*: none; it/],
    ['the time of a tree', { seconds: 3.1 }, /^checking 10 files: 1\.55; it was 1\.00/],
    ['what a key allocates', { allocated: 121 }, /^KB for a key/],
    ['instructions', { count: 111 }, /^millions of instructions, start: 111/],
  ] as const) {
    test(`are reported for ${what}`, () => {
      const regressions = regressionsIn(resultsWith(worse), before);
      assert.equal(regressions.length, 1, regressions.join('\n'));
      assert.match(regressions[0] ?? '', told);
    });
  }

  test('are reported where the baseline has another shape, and not for what was not measured', () => {
    assert.match(regressionsIn(noResults, '{}')[0] ?? '', /can’t be read/);
    assert.deepEqual(regressionsIn(noResults, before), []);
  });
});

suite('options of the benchmark', () => {
  test('measure all parts, or those that are named', () => {
    assert.equal(readOptions(['--quick']).isWhole, true);
    const { parts, isWhole, check } = readOptions(['--only', 'start', '--only=corpus', '--check']);
    assert.deepEqual(
      { parts, isWhole, check },
      {
        parts: ['start', 'corpus'],
        isWhole: false,
        check: true,
      },
    );
  });

  test('that are unknown are refused by name', () => {
    assert.throws(() => readOptions(['--chek']), /--chek/);
    assert.throws(() => readOptions(['now']), /now/);
    assert.throws(() => readOptions(['--only', 'keys']), /'keys'.*start, editing/);
  });
});

interface Figures {
  readonly start: number | null;
  readonly allocated: number;
  readonly count: number;
  readonly seconds: number;
}

function resultsWith(changed: Partial<Figures>): Results {
  const { start, allocated, count, seconds } = {
    start: 100,
    allocated: 100,
    count: 100,
    seconds: 2,
    ...changed,
  };
  return {
    ...noResults,
    editing: [{ size: 3600, servers: { [ours.server.name]: editing(start), peer: editing(100) } }],
    inProcess: [{ size: 3600, allocated }],
    checking: [
      {
        count: 10,
        seconds: { [ours.check.name]: seconds, peer: 2 },
        index: {},
        typing: { alone: null, among: null },
      },
    ],
    instructions: { start: count },
  };
}

function editing(start: number | null): Editing {
  const none = { open: null, typing: null, pasting: null, burst: null };
  return { ...none, start, idle: 50, memory: 80 };
}
