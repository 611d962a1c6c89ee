import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moveItem } from '../../server/src/core/features/keys/move-row.ts';
import {
  itemsOf,
  restOf,
  rowsByHorizon,
} from '../../server/src/core/features/keys/roadmap-rows.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { tableAt } from '../../server/src/core/markdown/table-lines.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { assertEditsChange } from '../support/assert-edits-change.ts';
import { seed } from './seed.ts';

const arbitraryCell = fc.constantFrom(
  ...['', '', 'Rope', '- Buoys', '- Piers', '* Nets', 'of oak', 'a \\| b', '`x`', '-', '**Lamp**'],
);

const arbitraryRow = fc.oneof(
  { weight: 1, arbitrary: fc.constant('||') },
  {
    weight: 6,
    arbitrary: fc
      .record({
        horizon: fc.constantFrom('', '', '', 'Soon', '*Next*', 'Later', 'Soon'),
        cells: fc.array(arbitraryCell, { minLength: 1, maxLength: 3 }),
        form: fc.constantFrom('| x |', '|x|', 'x'),
      })
      .map(({ horizon, cells, form }) => {
        if (form === '|x|') return `|${[horizon, ...cells].join('|')}|`;
        const inner = [horizon, ...cells].join(' | ');
        return form === '| x |' ? `| ${inner} |` : horizon === '' ? `| ${inner}` : inner;
      }),
  },
);

const arbitraryRoadmap = fc
  .record({
    rows: fc.array(arbitraryRow, { minLength: 1, maxLength: 8 }),
    indent: fc.constantFrom('', '  ', '> ', '- '),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ rows, indent, eol }) => {
    const lines = ['| When? | What? | Lead |', '|---|---|---|', ...rows];
    const rest = indent === '- ' ? '  ' : indent;
    return lines.map((line, index) => (index === 0 ? indent : rest) + line).join(eol) + eol;
  });

test('an item that moves is where it was to be, and all others are as they were', () => {
  let moves = 0;
  fc.assert(
    fc.property(arbitraryRoadmap, fc.nat(), fc.nat(), fc.nat(), (text, which, where, rank) => {
      const before = columnsOf(text);
      const all = before.flatMap((items, column) => items.map((item) => ({ ...item, column })));
      const item = all[which % Math.max(1, all.length)];
      if (item === undefined) return;
      const column = where % before.length;
      const others = before.map((items) => items.filter(({ offset }) => offset !== item.offset));
      const place = rank % ((others[column]?.length ?? 0) + 1);
      const moved = moveItem(parseMarkdown(text), item.offset, column, place);
      if (moved === null) {
        const own = before[item.column]?.findIndex(({ offset }) => offset === item.offset);
        const there = before[column]?.[place];
        assert.ok(column === item.column && (place === own || there?.text === item.text));
        return;
      }
      moves++;
      assertEditsChange(moved.edits, text);
      const after = applyEdits(text, moved.edits);
      const expected = others.map((items, index) => {
        const texts = items.map((each) => each.text);
        return index === column ? texts.toSpliced(place, 0, item.text) : texts;
      });
      const found = columnsOf(after).map((items) => items.map((each) => each.text));
      assert.deepEqual(
        found.filter((items) => items.length > 0),
        expected.filter((items) => items.length > 0),
        after,
      );
      assert.ok(moved.selection.start <= after.length);
    }),
    { seed, numRuns: 3000 },
  );
  assert.ok(moves > 500, String(moves));
});

/** Returns the items of each horizon of a text's table, by what their cells say. */
function columnsOf(text: string): readonly (readonly { text: string; offset: number }[])[] {
  const table = tableAt(parseMarkdown(text), text.indexOf('When'));
  return (table === null ? [] : rowsByHorizon(table)).map((rows) =>
    itemsOf(rows).map(([first, end]) => {
      const own = rows.slice(first, end);
      const cells = own.map((row) =>
        restOf(row)
          .replace(/[\s|]+$/, '')
          .trim(),
      );
      return {
        text: cells.map(withoutMarker).filter(Boolean).join('\n'),
        offset: rows[first]?.range.end ?? 0,
      };
    }),
  );
}

/** Markers come and go with the items around. */
function withoutMarker(rest: string): string {
  return rest.replace(/^\|\s*(?:[-*+](?=[\s|]|$)\s*)?/, '');
}
