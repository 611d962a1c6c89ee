import * as l10n from '@vscode/l10n';
import type { ListItem } from 'mdast';
import { visit } from 'unist-util-visit';
import { blockRange } from '../markdown/node-range.ts';
import { placeOfListItem } from '../minutes/list-item-place.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { removeLines } from '../text/remove-lines.ts';
import { lineAt } from '../text/text-line.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds list markers with nothing after them. */
export const bareListMarker: PieceRule = {
  id: 'bare-list-marker',
  summary: 'A list marker has no text',
  severity: { draft: 'hint', final: 'warning' },
  yieldsTo: ['unfilled-text', 'detached-row', 'unparsed-heading'],
  habit: 'in section',
  docs: {
    finds: `
Items with text below them are not reported.
`,
    why: `
An empty item says that somebody meant to write more.
Directly below a line of text, a lone \`-\` is worse: it underlines the text and turns it into a heading.
`,
    repair: `
**Insert a blank line before it** makes it a list again.
**Remove the marker** deletes it.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

Any other topics?
-
^ bare-list-marker: No text follows the “-”, so it turns the text above it into a heading [fix: Insert a blank line before it] [unsafe fix: Remove the marker]

More
~~~

~~~fixed
# Weekly 2018-06-26

Any other topics?

-

More
~~~
`,
  },
  fixes: [
    { title: 'Insert a blank line before it', safe: true },
    { title: 'Remove the marker', safe: false },
  ],
  // Before the marker are others, and those of quotes and footnotes.
  concerns:
    /(?<![^\r\n])(?:[-*+>\d.) \t]|\[\^[^\]\r\n]*\]:)*(?:[-*+]|\d[.)])(?:[ \t]+\[[ xX]\])?[ \t]*(?:[\r\n]|$)/,
  checkPiece: ({ text, tree, last }) => {
    const reports: Report[] = [];
    const lines = createLineIndex(text);
    visit(tree, (node) => {
      if (node.type === 'listItem' && isEmpty(node)) {
        reports.push(...reportItem(node, text, lines, last));
      } else if (node.type === 'heading') {
        reports.push(...reportUnderline(blockRange(node), text, lines, last));
      }
    });
    return reports;
  },
};

/** An item that holds nothing, or a box without a task. */
function isEmpty({ children }: ListItem): boolean {
  const [first, second] = children;
  if (first === undefined) return true;
  if (first.type !== 'paragraph' || second !== undefined) return false;
  const [only, more] = first.children;
  return more === undefined && only?.type === 'text' && /^\[[ xX]\]$/.test(only.value);
}

function reportItem(item: ListItem, text: string, lines: LineIndex, last: boolean): Report[] {
  const place = placeOfListItem(item, text);
  if (place === null) return [];
  const { marker, markerRange: range } = place;
  const alone = text.slice(lineAt(text, range.start).start, range.start).trim() === '';
  const edit = removeLines(text, range, lines, last);
  return [
    {
      message: l10n.t('No text follows the list marker “{0}”', marker),
      range,
      related: [],
      fixes: alone ? [{ title: l10n.t('Remove the marker'), safe: false, edits: [edit] }] : [],
    },
  ];
}

/** A setext heading that is underlined by what looks like one more list marker (CommonMark 4.3). */
function reportUnderline(
  range: OffsetRange,
  text: string,
  lines: LineIndex,
  last: boolean,
): Report[] {
  const source = text.slice(range.start, range.end);
  const underline = /(?:\r\n|\r|\n)[ \t]*(-)[ \t]*$/.exec(source);
  if (underline === null) return [];
  const start = range.start + source.lastIndexOf('-');
  const marker = { start, end: start + 1 };
  return [
    {
      message: l10n.t('No text follows the “-”, so it turns the text above it into a heading'),
      range: marker,
      related: [],
      fixes: [
        {
          title: l10n.t('Insert a blank line before it'),
          safe: true,
          edits: [
            {
              range: { start: lineAt(text, start).start, end: lineAt(text, start).start },
              text: lineEndingOf(text),
            },
          ],
        },
        {
          title: l10n.t('Remove the marker'),
          safe: false,
          edits: [removeLines(text, marker, lines, last)],
        },
      ],
    },
  ];
}
