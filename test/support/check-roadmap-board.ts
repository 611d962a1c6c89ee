import assert from 'node:assert/strict';
import { moveItem } from '../../server/src/core/features/keys/move-row.ts';
import {
  roadmapBoard,
  type BoardItem,
  type RoadmapBoard,
} from '../../server/src/core/features/roadmap-board.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { assertEditsChange } from './assert-edits-change.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/**
 * Computes the board of a test's minutes: its columns with their items and what became of them,
 * and in `move ITEM to HORIZON at PLACE` the minutes after the move, or `nothing`.
 */
export function checkRoadmapBoard(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const board = roadmapBoard({ ...input, series: input.history.series, id: null });
  const moves = test.fences.flatMap((each): Expectation[] => {
    const [, item, horizon, place] = /^move (.+) to (.*) at (\d+)$/.exec(each.label) ?? [];
    if (item === undefined) return [];
    const moved = move(text, board, item, horizon ?? '', Number(place));
    return [{ label: each.label, fence: each, after: fence, text: moved }];
  });
  return [expectLines(test, fence, 'board', linesOf(board)), ...moves];
}

function move(
  text: string,
  { tables }: RoadmapBoard,
  item: string,
  horizon: string,
  place: number,
): string {
  const table = tables.find(({ columns }) =>
    columns.some(({ items }) => items.some((each) => each.text === item)),
  );
  const found = table?.columns.flatMap(({ items }) => items).find((each) => each.text === item);
  const column = table?.columns.findIndex((each) => each.horizon === horizon) ?? -1;
  assert.ok(found && column !== -1, `The board lacks “${item}” or “${horizon}”`);
  const pressed = moveItem(parseMarkdown(text), found.offset, column, place);
  if (pressed === null) return 'nothing\n';
  assertEditsChange(pressed.edits, text);
  return applyEdits(text, pressed.edits);
}

function linesOf({ since, tables, gone }: RoadmapBoard): readonly string[] {
  return [
    ...tables.flatMap(({ name, columns }) => [
      name,
      ...columns.flatMap(({ horizon, items }) => [`  ${horizon}`, ...items.map(lineOf)]),
    ]),
    ...(since === null ? [] : [`since ${since}`]),
    ...gone.map(({ horizon, text }) => `gone from ${horizon}: ${text}`),
  ];
}

function lineOf({ text, change }: BoardItem): string {
  if (change === null) return `    ${text}`;
  return `    ${text} (${change.kind === 'new' ? 'new' : `from ${change.from}`})`;
}
