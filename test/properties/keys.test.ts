import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ListItem, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { pressKey, type Key } from '../../server/src/core/features/keys/key-edit.ts';
import { breakItem, continueItem } from '../../server/src/core/features/keys/list-editing.ts';
import { nestItems, unnestItems } from '../../server/src/core/features/keys/nest-items.ts';
import { renumberAround } from '../../server/src/core/features/keys/renumber-items.ts';
import {
  continueRow,
  goToNextCell,
  goToPreviousCell,
} from '../../server/src/core/features/keys/table-editing.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { tableAt } from '../../server/src/core/markdown/table-lines.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { composeEdits } from '../../server/src/core/text/compose-edits.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits, type TextEdit } from '../../server/src/core/text/text-edit.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';
import { arbitraryText } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';
import { assertEditsChange } from '../support/assert-edits-change.ts';

const listKeys: Readonly<Record<string, Key>> = { continueItem, breakItem, nestItems, unnestItems };
const tableKeys: Readonly<Record<string, Key>> = { continueRow, goToNextCell, goToPreviousCell };

/** Lines of lists by marker, blanks after it and indentation, of tables, and what else is around both. */
const arbitraryListLine = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        indent: fc.constantFrom(
          '',
          '',
          ' ',
          '  ',
          '   ',
          '    ',
          '      ',
          '\t',
          '> ',
          '>',
          '> > ',
        ),
        marker: fc.constantFrom('-', '*', '+', '1.', '2.', '3)', '9.', '10.', '- -', '1. -', '- >'),
        blanks: fc.constantFrom(' ', ' ', ' ', '', '  ', '    ', '     ', '\t'),
        rest: fc.constantFrom(
          'Rope',
          'Buoy x',
          '',
          '[ ] Net',
          '[x] ',
          '# Pier',
          '```',
          '| a | b |',
        ),
      })
      .map(({ indent, marker, blanks, rest }) => indent + marker + blanks + rest),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...['', '', '  ', 'Said', '  Said', '    deep', '# Head', '> said', '---', '```', '  ```'],
      ...[
        '| a | b |',
        '|---|---|',
        '  | a | b |',
        '  |---|---|',
        '|| x',
        'x | y',
        '  || ',
        '- | -',
      ],
      ...['> | a | b |', '> |---|---|', '> || ', '    | x | y |', '  |  | - |', '| a \\| `|` | b'],
    ),
  },
);

const arbitraryList = fc
  .array(arbitraryListLine, { minLength: 1, maxLength: 9 })
  .map((lines) => lines.join('\n'));

const anyText = fc.oneof({ weight: 3, arbitrary: arbitraryList }, arbitraryMarkdown);

test('edits that follow each other are the same as one', () => {
  const anyEdits = fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.constantFrom('', 'a', 'bc\n')), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(arbitraryText, anyEdits, anyEdits, (text, one, two) => {
      const first = apart(one, text.length);
      const between = applyEdits(text, first);
      const second = apart(two, between.length);
      const composed = composeEdits(text, first, second);
      assert.equal(applyEdits(text, composed), applyEdits(between, second));
    }),
    { seed, numRuns: 2000 },
  );
});

test('the tables that keys see are those of micromark, at every offset', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = parseMarkdown(text);
      const lines = createLineIndex(text);
      const tables = tablesIn(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const { line } = lines.pointAt(offset);
        const expected = tables.findLast(({ start, end }) => start <= line && line <= end);
        const found = tableAt(document, offset);
        assert.deepEqual(
          found === null ? null : [found.header, ...found.rows].map(({ cells }) => cells.length),
          expected === undefined ? null : expected.cells,
          `at ${String(offset)}`,
        );
      }
    }),
    { seed, numRuns: 800 },
  );
});

for (const [name, key] of Object.entries({ ...listKeys, ...tableKeys })) {
  test(`${name} loses no word, and makes no heading`, () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        const document = parseMarkdown(text);
        const pressed = pressKey(
          document,
          [{ anchor: offset, active: offset }],
          key,
          renumberAround,
        );
        if (pressed === null) return;
        assertEditsChange(pressed.edits, text);
        const after = applyEdits(text, pressed.edits);
        assert.equal(wordsOf(after), wordsOf(text));
        const [cursor = { start: 0, end: 0 }] = pressed.selections;
        assert.ok(cursor.start >= 0 && cursor.end <= after.length);
        // An empty line or item ends what goes on lazily below it, until something is written there.
        const typed = applyEdits(after, [{ range: cursor, text: 'x' }]);
        const made = [after, typed].map((each) => {
          const before = headingsIn(text);
          return headingsIn(each).filter((heading) => !before.includes(heading)).length;
        });
        assert.equal(Math.min(...made), 0, after);
      }),
      { seed, numRuns: 3000 },
    );
  });
}

test('Enter makes an item on the cursor’s line', () => {
  fc.assert(
    fc.property(arbitraryList, fc.nat(), (text, place) => {
      const ends = [...text.matchAll(/$/gm)].map(({ index }) => index);
      const offset = ends[place % ends.length] ?? 0;
      const document = parseMarkdown(text);
      const pressed = pressKey(
        document,
        [{ anchor: offset, active: offset }],
        continueItem,
        renumberAround,
      );
      const [cursor] = pressed?.selections ?? [];
      if (pressed === null || cursor === undefined || pressed.edits.length === 0) return;
      const isLeaving = /(?:^|[\r\n])[^\r\n]*(?:[-*+]|\d[.)])[ \t]*(?:\[[ x]\][ \t]*)?$/.test(
        text.slice(0, offset),
      );
      if (isLeaving) return;
      const typed = applyEdits(applyEdits(text, pressed.edits), [{ range: cursor, text: 'x' }]);
      const { line } = createLineIndex(typed).pointAt(cursor.start);
      assert.ok(
        itemsIn(typed).some(({ position }) => position?.start.line === line),
        typed,
      );
    }),
    { seed, numRuns: 3000 },
  );
});

test('numbers count on after an item, and stay where all others have one number', () => {
  const anyList = fc.record({
    begin: fc.nat(12),
    others: fc.oneof(
      fc.array(fc.nat(12), { maxLength: 5 }),
      fc.tuple(fc.nat(3), fc.nat(5)).map(([number, count]) => Array<number>(count).fill(number)),
    ),
    at: fc.nat(5),
  });
  fc.assert(
    fc.property(anyList, ({ begin, others, at }) => {
      const from = at % (others.length + 1);
      const numbers = [...others.slice(0, from), begin, ...others.slice(from)];
      const text = numbers.map((number) => `${String(number)}. Rope\n`).join('');
      const offset = text.split('\n').slice(0, from).join('\n').length + (from === 0 ? 0 : 1);
      const after = applyEdits(text, renumberAround(parseMarkdown(text), offset));
      const written = [...after.matchAll(/^\d+/gm)].map(([number]) => Number(number));
      const isOneNumber = new Set(others).size === 1;
      const isKept = isOneNumber && (begin === others[0] || others.length > 2);
      assert.deepEqual(
        written,
        numbers.map((number, index) => (index <= from || isKept ? number : begin + index - from)),
      );
    }),
    { seed, numRuns: 1000 },
  );
});

function apart(parts: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  let end = -1;
  return parts
    .map(([at, remove, text]) => ({ start: at % (length + 1), remove, text }))
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, remove, text }) => {
      if (start <= end) return [];
      end = Math.min(length, start + remove);
      return [{ range: { start, end }, text }];
    });
}

function tablesIn(text: string): { start: number; end: number; cells: number[] }[] {
  const tables: { start: number; end: number; cells: number[] }[] = [];
  for (const { piece, start } of parseMarkdown(text).pieces) {
    const before = createLineIndex(text).pointAt(start).line - 1;
    visit(piece.tree, 'table', (node: Table) => {
      if (node.position === undefined) return;
      tables.push({
        start: node.position.start.line + before,
        end: node.position.end.line + before,
        cells: node.children.map(({ children }) => children.length),
      });
    });
  }
  return tables;
}

function headingsIn(text: string): readonly string[] {
  return readMinutes(parseMarkdown(text)).headings.map((heading) => heading.text);
}

function itemsIn(text: string): readonly ListItem[] {
  const items: ListItem[] = [];
  visit(
    fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
    'listItem',
    (item: ListItem) => {
      items.push(item);
    },
  );
  return items;
}

/** The letters of a text, without what marks items, checkboxes and rows. */
function wordsOf(text: string): string {
  return text.replace(/[-*+>|[\]xX\d.)\s]/g, '');
}
