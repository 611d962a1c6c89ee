import * as l10n from '@vscode/l10n';
import type { RootContent, Table } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import { linesIn } from '../text/indentation.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds rows that a blank line cut off from their table. */
export const detachedRow: PieceRule = {
  id: 'detached-row',
  summary: 'A blank line separates rows from their table',
  severity: 'warning',
  yieldsTo: ['unfilled-text'],
  docs: {
    finds: `
The lines after the blank line each have a pipe, and a table precedes it.
`,
    why: `
A blank line ends a table, and what follows is text with pipes in it.
`,
    repair: `
**Join** removes the blank lines.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

When | What
---- | ----
Soon | Kettle

Next | Teapot
^^^^^^^^^^^^^ detached-row: A blank line separates the row from its table [fix: Join the row to the table]
~~~

~~~fixed
# Weekly 2018-06-26

When | What
---- | ----
Soon | Kettle
Next | Teapot
~~~
`,
  },
  fixes: [{ title: 'Join', safe: true }],
  concerns: /\|[^\r\n]*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[^|]*\|/,
  checkPiece: ({ text, tree }) =>
    tree.children.flatMap((node, index) =>
      node.type === 'table' ? reportRows(node, tree.children.slice(index + 1), text) : [],
    ),
};

/** Reports all the rows that follow a table, whatever blank lines are between them. */
function reportRows(table: Table, following: readonly RootContent[], text: string): Report[] {
  const blocks: OffsetRange[] = [];
  let { end } = blockRange(table);
  const gaps: OffsetRange[] = [];
  for (const node of following) {
    const range = blockRange(node);
    if (!isRows(node, range, text, table)) break;
    const gap = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0].length ?? 0;
    const between = text.slice(end + gap, range.start);
    if (between.trim() !== '') break;
    gaps.push({ start: end + gap, end: range.start });
    blocks.push(range);
    end = range.end;
  }
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return [];
  const count = blocks.reduce((sum, range) => sum + linesIn(text, range).length, 0);
  return [
    {
      message:
        count === 1
          ? l10n.t('A blank line separates the row from its table')
          : l10n.t('A blank line separates the rows from their table'),
      range: { start: first.start, end: last.end },
      related: [],
      fixes: [
        {
          title:
            count === 1
              ? l10n.t('Join the row to the table')
              : l10n.t('Join {0} rows to the table', count),
          safe: true,
          edits: gaps.map((range) => ({ range, text: '' })),
        },
      ],
    },
  ];
}

/** A paragraph each of whose lines is written as a row of at most as many cells as the table has. */
function isRows(node: RootContent, range: OffsetRange, text: string, table: Table): boolean {
  const columns = table.children[0]?.children.length ?? 0;
  return (
    node.type === 'paragraph' && linesIn(text, range).every((line) => isRow(line.text, columns))
  );
}

/** Returns whether a line begins with a bar, or has bars with white space beside them, as between cells. */
function isRow(line: string, columns: number): boolean {
  const source = line.replace(/`[^`]*`/g, '').trim();
  if (source.startsWith('|')) return true;
  const cells = source.replace(/\|$/, '').split(/(?<!\\)\|/);
  return cells.length > 1 && cells.length <= columns && !/[^\s|\\]\|[^\s|]/.test(source);
}
