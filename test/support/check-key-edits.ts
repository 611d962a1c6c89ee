import assert from 'node:assert/strict';
import {
  beginLine,
  pressKey,
  rebaseKey,
  type Cursor,
  type Key,
  type KeyEdits,
  type Settle,
} from '../../server/src/core/features/keys/key-edit.ts';
import { breakItem, continueItem } from '../../server/src/core/features/keys/list-editing.ts';
import { nestItems, unnestItems } from '../../server/src/core/features/keys/nest-items.ts';
import { renumberAround } from '../../server/src/core/features/keys/renumber-items.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { moveRow } from '../../server/src/core/features/keys/move-row.ts';
import {
  continueRow,
  goToNextCell,
  goToPreviousCell,
} from '../../server/src/core/features/keys/table-editing.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';
import { assertEditsChange } from './assert-edits-change.ts';

const tableKeys: Readonly<Record<string, Key>> = {
  tab: goToNextCell,
  'shift+tab': goToPreviousCell,
  enter: continueRow,
};

const listKeys: Readonly<Record<string, Key>> = {
  tab: nestItems,
  'shift+tab': unnestItems,
  enter: continueItem,
  'shift+enter': breakItem,
  'enter elsewhere': beginLine,
};

/**
 * Computes what keys make of the text of a test, which has a cursor `<|>` or several:
 * a fence for each key, in which `<|` and `|>` are around what is selected; `nothing` where the key is another's.
 * In `KEY before x`, someone types an x at the cursors before the editor has applied the key.
 */
export function checkTableKeys(test: SuiteTest): readonly Expectation[] {
  return checkKeys(test, (label) => {
    const horizon = /^move (.+)$/.exec(label)?.[1];
    return horizon === undefined
      ? tableKeys[label]
      : (document, { active }) => moveRow(document, active, horizon);
  });
}

/** The same for the keys of lists, after which the cursor has to be right without being set: people type on. */
export function checkListKeys(test: SuiteTest): readonly Expectation[] {
  return checkKeys(test, (label) => listKeys[label], renumberAround);
}

function checkKeys(
  { fences }: SuiteTest,
  keyOf: (label: string) => Key | undefined,
  settle: Settle | null = null,
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
      text: press(source.text, key, typed, settle),
    };
  });
}

function press(marked: string, key: Key, typed: string | null, settle: Settle | null): string {
  const { text, cursors } = readCursors(marked);
  assert.ok(cursors.length > 0, 'The text has no cursor <|>');
  const pressed = pressKey(parseMarkdown(text), cursors, key, settle ?? undefined);
  if (pressed === null) return 'nothing\n';
  const isTyping = cursors.every(({ anchor, active }) => anchor === active);
  if (settle !== null && isTyping) {
    assert.ok(pressed.cursorsFollow, 'The cursor would have to be set');
  }
  assertEditsChange(pressed.edits, text);
  if (typed === null) return markSelections(applyEdits(text, pressed.edits), pressed.selections);
  const insertions = cursors
    .map(({ active }) => ({ range: { start: active, end: active }, text: typed }))
    .reverse();
  const rebased = insertions.reduce<KeyEdits | null>(
    (all, each) => all && rebaseKey(all, each),
    pressed,
  );
  return rebased === null
    ? 'the key anew\n'
    : markSelections(applyEdits(applyEdits(text, insertions), rebased.edits), rebased.selections);
}

/** Returns a text without its marks: `<|>` for a cursor, `<|` and `|>` around what is selected. */
function readCursors(marked: string): {
  readonly text: string;
  readonly cursors: readonly Cursor[];
} {
  const cursors: Cursor[] = [];
  let text = '';
  let end = 0;
  for (const { 0: mark, index } of marked.matchAll(/<\|>?|\|>/g)) {
    text += marked.slice(end, index);
    end = index + mark.length;
    const last = cursors.at(-1);
    if (mark === '|>' && last !== undefined)
      cursors.splice(-1, 1, { ...last, active: text.length });
    else cursors.push({ anchor: text.length, active: text.length });
  }
  return { text: text + marked.slice(end), cursors };
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
