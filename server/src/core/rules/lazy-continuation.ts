import * as l10n from '@vscode/l10n';
import type { ListItem, Nodes, Paragraph, Parents } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { blockRange } from '../markdown/node-range.ts';
import { placeOfListItem, type ListItemPlace } from '../minutes/list-item-place.ts';
import { columnsOf, indentationOf, indentLine, linesIn } from '../text/indentation.ts';
import type { Line } from '../text/text-line.ts';
import type { PieceRule, Report } from './rule.ts';
import { brokenLists } from './shared/broken-lists.ts';

/** Finds unindented text that belongs to the list item above it. */
export const lazyContinuation: PieceRule = {
  id: 'lazy-continuation',
  summary: 'Text below a list item is not indented, but belongs to the item',
  severity: 'hint',
  yieldsTo: [...brokenLists, 'mixed-list-markers'],
  docs: {
    finds: `
The text directly follows an item without a blank line between them. (CommonMark calls this a lazy continuation line.)
`,
    why: `
Readers see the text as part of the item, which its author probably didn’t intend.
`,
    repair: `
**Indent it** shows what it is.
**Make it an item** writes what was probably meant.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- Cups
  - Count them
Next
^^^^ lazy-continuation: The text is not indented but belongs to the list item above it [fix: Indent it as the item’s text] [unsafe fix: Make it an item with “-”]
  - Buy more
~~~

~~~fixed
# Weekly 2018-06-26

- Cups
  - Count them
    Next
  - Buy more
~~~
`,
  },
  fixes: [
    { title: 'Indent it as the item’s text', safe: true },
    { title: 'Make it an item with', safe: false },
  ],
  concerns: { test: (text) => textBehindItem.test(text) },
  checkPiece: ({ text, tree }) => {
    const reports: Report[] = [];
    visitParents(tree, 'paragraph', (paragraph, ancestors) => {
      if (ancestors.some(({ type }) => type === 'blockquote')) return;
      const items = ancestors.filter(isListItem);
      const places = items.flatMap((item) => placeOfListItem(item, text) ?? []);
      const own = places.at(-1);
      if (own !== undefined && isListItem(ancestors.at(-1))) {
        reports.push(...reportLazyLines(lazyLines(paragraph, own, text), places, own));
      }
    });
    return reports;
  },
};

/** A line that may be no item, right after an item or an indented line. */
const textBehindItem =
  /(?<![^\r\n])(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t]+[^ \t\r\n])[^\r\n]*(?:\r\n|\r|\n)(?! {0,3}(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*[^ \t\r\n]/;

function isListItem(node: Nodes | Parents | undefined): node is ListItem {
  return node?.type === 'listItem';
}

/** Lines after the paragraph's first that are not indented as the item needs it (CommonMark 5.2). */
function lazyLines(
  paragraph: Paragraph,
  { contentIndent }: ListItemPlace,
  text: string,
): readonly Line[] {
  return linesIn(text, blockRange(paragraph))
    .slice(1)
    .filter((line) => columnsOf(indentationOf(line.text)) < contentIndent);
}

function reportLazyLines(
  lines: readonly Line[],
  places: readonly ListItemPlace[],
  own: ListItemPlace,
): Report[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const indentation = indentationOf(first.text);
  const start = first.start + indentation.length;
  const indent = columnsOf(indentation);
  const sibling = places.findLast((place) => place.indent <= indent) ?? places[0] ?? own;
  const marker = /^[-*+]$/.test(sibling.marker) ? sibling.marker : null;
  return [
    {
      message: l10n.t('The text is not indented but belongs to the list item above it'),
      range: { start, end: first.end },
      related: [],
      fixes: [
        {
          title: l10n.t('Indent it as the item’s text'),
          safe: true,
          edits: lines.flatMap((line) => indentLine(line, own.contentIndent)),
        },
        ...(marker === null
          ? []
          : [
              {
                title: l10n.t('Make it an item with “{0}”', marker),
                safe: false,
                edits: [
                  {
                    range: { start: first.start, end: start },
                    text: `${' '.repeat(sibling.indent)}${marker} `,
                  },
                  ...others.flatMap((line) => indentLine(line, sibling.indent + 2)),
                ],
              },
            ]),
      ],
    },
  ];
}
