import assert from 'node:assert/strict';
import {
  beginLine,
  pressKey,
  rebaseKey,
  type KeyEdit,
  type KeyEdits,
} from '../../server/src/core/features/keys/key-edit.ts';
import {
  breakItem,
  continueItem,
  nestItem,
  unnestItem,
} from '../../server/src/core/features/keys/list-editing.ts';
import { moveRow } from '../../server/src/core/features/keys/move-row.ts';
import {
  continueRow,
  goToNextCell,
  goToPreviousCell,
} from '../../server/src/core/features/keys/table-editing.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

type Key = (text: string, offset: number) => KeyEdit | null;

const tableKeys: Readonly<Record<string, Key>> = {
  tab: goToNextCell,
  'shift+tab': goToPreviousCell,
  enter: continueRow,
};

const listKeys: Readonly<Record<string, Key>> = {
  tab: nestItem,
  'shift+tab': unnestItem,
  enter: continueItem,
  'shift+enter': breakItem,
  'enter elsewhere': beginLine,
};

/**
 * Computes what keys make of the text of a test, which has a cursor `<|>` or several:
 * a fence for each key, in which `<|` and `|>` stand around what is selected; `nothing` where the key is another's.
 * In `KEY before x`, somebody types an x at the cursors before the editor has applied the key.
 */
export function checkTableKeys(test: SuiteTest): readonly Expectation[] {
  return checkKeys(test, (label) => {
    const horizon = /^move (.+)$/.exec(label)?.[1];
    return horizon === undefined ? tableKeys[label] : (text, at) => moveRow(text, at, horizon);
  });
}

/** The same for the keys of lists, behind which the cursor has to be right without being set: people type on. */
export function checkListKeys(test: SuiteTest): readonly Expectation[] {
  return checkKeys(test, (label) => listKeys[label], true);
}

function checkKeys(
  { fences }: SuiteTest,
  keyOf: (label: string) => Key | undefined,
  cursorsFollow = false,
): readonly Expectation[] {
  const [source, ...results] = fences;
  assert.ok(source?.label === 'text', 'The first fence of a test is its text');
  assert.ok(results.length > 0, 'The test presses no key');
  return results.map((fence) => {
    const [name = '', typed = null] = fence.label.split(' before ');
    const key = keyOf(name);
    assert.ok(key, `There is no key “${name}”`);
    return {
      label: fence.label,
      fence,
      after: source,
      text: press(source.text, key, typed, cursorsFollow),
    };
  });
}

function press(marked: string, key: Key, typed: string | null, cursorsFollow: boolean): string {
  const parts = marked.split('<|>');
  const text = parts.join('');
  const cursors = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  assert.ok(cursors.length > 0, 'The text has no cursor <|>');
  const pressed = pressKey(text, cursors, key);
  if (pressed === null) return 'nothing\n';
  if (cursorsFollow) assert.ok(pressed.cursorsFollow, 'The cursor would have to be set');
  if (typed === null) return markSelections(applyEdits(text, pressed.edits), pressed.selections);
  const insertions = cursors
    .map((cursor) => ({ range: { start: cursor, end: cursor }, text: typed }))
    .reverse();
  const rebased = insertions.reduce<KeyEdits | null>(
    (all, each) => all && rebaseKey(all, each),
    pressed,
  );
  return rebased === null
    ? 'the key anew\n'
    : markSelections(applyEdits(applyEdits(text, insertions), rebased.edits), rebased.selections);
}

function markSelections(
  text: string,
  selections: readonly { start: number; end: number }[],
): string {
  const marks = selections.flatMap(({ start, end }) =>
    start === end
      ? [{ range: { start, end }, text: '<|>' }]
      : [
          { range: { start, end: start }, text: '<|' },
          { range: { start: end, end }, text: '|>' },
        ],
  );
  return applyEdits(text, marks);
}
