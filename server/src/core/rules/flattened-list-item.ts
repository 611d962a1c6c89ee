import * as l10n from '@vscode/l10n';
import type { ListItem } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import { adjacentItemsIn } from '../minutes/adjacent-items.ts';
import { placeOfListItem, type ListItemPlace } from '../minutes/list-item-place.ts';
import { linesIn, shiftLines } from '../text/indentation.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt } from '../text/text-line.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds list items that are indented as children but parsed as siblings. */
export const flattenedListItem: PieceRule = {
  id: 'flattened-list-item',
  summary: 'A list item is indented, but not far enough to be nested',
  severity: 'warning',
  yieldsTo: [
    'unfilled-text',
    'detached-row',
    'unparsed-heading',
    'bare-list-marker',
    'pseudo-list-item',
  ],
  docs: {
    finds: `
Consecutive items are one finding.
`,
    why: `
One space before a marker looks nested in the source, but is not: Markdown nests an item only if it is indented as far as the text of the item above.
`,
    repair: `
**Nest** indents the items with everything that belongs to them.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- Release 4.6 in progress
 - Review what came in
 ^^^^^^^^^^^^^^^^^^^^^ flattened-list-item: The item is indented but not nested below “Release 4.6 in progress” [fix: Nest 2 items below “Release 4.6 in progress”] [see 5:2: Neither is this item]
 - Finish the manual
~~~

~~~fixed
# Weekly 2018-06-26

- Release 4.6 in progress
  - Review what came in
  - Finish the manual
~~~
`,
  },
  fixes: [{ title: 'Nest', safe: true }],
  concerns: { test: (text) => indentedItem.test(text) && unevenItem.test(text) },
  checkPiece: ({ text, tree }) =>
    adjacentItemsIn(tree).flatMap((items) =>
      runsOf(flattenedItems(items, text)).flatMap((run) => reportRun(run, text)),
    ),
};

const indentedItem = /(?<![^\r\n])[ \t]+(?:[-*+]|\d{1,9}[.)])(?:[ \t\r\n]|$)/;

/** What may keep an item from being a child: all others are indented by twos, after markers of two columns. */
const unevenItem =
  /(?<![^\r\n])(?: (?: {2})*(?=[-*+\d])|[ \t]*(?:\t|\d|<|[-*+](?: {2}|\t|[ \t]*[\r\n])))/;

interface FlattenedItem {
  readonly range: OffsetRange;
  readonly index: number;
  readonly parent: OffsetRange;
  /** Columns by which the item has to move. */
  readonly shift: number;
}

/** What is above an item, and where its content will begin once it is nested itself. */
interface Above {
  readonly indent: number;
  readonly contentIndent: number;
  readonly range: OffsetRange;
}

/** Each item that is indented further than one above it becomes a child of the nearest such. */
function flattenedItems(items: readonly ListItem[], text: string): FlattenedItem[] {
  const open: Above[] = [];
  return items.flatMap((item, index): FlattenedItem[] => {
    const place = placeOfListItem(item, text);
    const range = blockRange(item);
    if (place === null || !beginsLine(place, text)) return [];
    while ((open.at(-1)?.indent ?? -1) >= place.indent) open.pop();
    const parent = open.at(-1);
    const shift = parent === undefined ? 0 : parent.contentIndent - place.indent;
    open.push({ indent: place.indent, contentIndent: place.contentIndent + shift, range });
    return parent === undefined ? [] : [{ range, index, parent: parent.range, shift }];
  });
}

function beginsLine({ markerRange: { start } }: ListItemPlace, text: string): boolean {
  return text.slice(lineAt(text, start).start, start).trim() === '';
}

/** Items that follow one another are flattened for one reason. */
function runsOf(items: readonly FlattenedItem[]): readonly (readonly FlattenedItem[])[] {
  const runs: FlattenedItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === item.index - 1) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function reportRun(run: readonly FlattenedItem[], text: string): Report[] {
  const [first, ...others] = run;
  if (first === undefined) return [];
  const parent = firstLine(first.parent, text);
  return [
    {
      message: l10n.t('The item is indented but not nested below “{0}”', parent.text),
      range: firstLine(first.range, text),
      related: others.map(({ range }) => ({
        document: 'minutes',
        range: firstLine(range, text),
        message: l10n.t('Neither is this item'),
      })),
      fixes: [
        {
          title:
            run.length === 1
              ? l10n.t('Nest the item below “{0}”', parent.text)
              : l10n.t('Nest {0} items below “{1}”', run.length, parent.text),
          safe: true,
          edits: run.flatMap(({ range, shift }) => shiftLines(linesIn(text, range), shift)),
        },
      ],
    },
  ];
}

/** Returns the item's first line from its marker on, shortened for messages. */
function firstLine({ start }: OffsetRange, text: string): OffsetRange & { text: string } {
  const { end } = lineAt(text, start);
  const content = text
    .slice(start, end)
    .replace(/^\S+\s+/, '')
    .trim();
  return { start, end, text: content.length > 40 ? `${content.slice(0, 39)}…` : content };
}
