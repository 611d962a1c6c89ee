import * as l10n from '@vscode/l10n';
import type { ListItem, Nodes, Paragraph, Parents } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { blockRange } from '../markdown/node-range.ts';
import { placeOfListItem, type ListItemPlace } from '../minutes/list-item-place.ts';
import { columnsOf, indentationOf, linesIn } from '../text/indentation.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Line } from '../text/text-line.ts';
import type { PieceRule, Report } from './rule.ts';
import { isPlainText } from './shared/is-plain-text.ts';

/** Finds lines that look like list items to people and not to Markdown. */
export const pseudoListItem: PieceRule = {
  id: 'pseudo-list-item',
  summary: 'A line looks like a list item, but Markdown doesn’t read it as one',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'detached-row', 'unparsed-heading', 'bare-list-marker'],
  docs: {
    finds: `
\`--\`, \`**\`, \`•\`, \`·\`, \`§\` and \`o\` are markers in word processors and wikis; \`*text\` lacks a space.
`,
    why: `
Markdown continues the paragraph above with such a line, and readers see one long paragraph.
`,
    repair: `
**Make it a list item** writes real items, nested where the marker says so.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

* Ada leads the kettle team
-- No objections
^^ pseudo-list-item: “--” is not a list marker: readers see one paragraph [fix: Make 2 list items] [see 5:1: Neither is this]
*Cups are next
~~~

~~~fixed
# Weekly 2018-06-26

* Ada leads the kettle team
  * No objections
* Cups are next
~~~
`,
  },
  fixes: [{ title: 'Make', safe: true }],
  concerns: /(?<![^\r\n])[ \t]*(?:(?:--|\*\*|[•·‣◦▪●○§\uf0b7o])[ \t\u00a0]|[*-]\p{L})/u,
  checkPiece: ({ text, tree }) => {
    const reports: Report[] = [];
    const pasted: PseudoLine[] = [];
    visitParents(tree, 'paragraph', (paragraph, ancestors) => {
      if (ancestors.some(({ type }) => type === 'blockquote')) return;
      const items = ancestors.filter(isListItem);
      const item = items.at(-1);
      const place = item === undefined ? null : placeOfListItem(item, text);
      if (item !== undefined && place === null) return;
      const lines = pseudoLines(paragraph, place, text);
      if (place === null && lines.some(({ kind }) => kind === 'bullet')) pasted.push(...lines);
      else reports.push(...reportLines(lines, place));
    });
    return [...reports, ...reportLines(pasted, null)];
  },
};

function isListItem(node: Nodes | Parents): node is ListItem {
  return node.type === 'listItem';
}

/** A line that begins with what is not a marker. */
interface PseudoLine {
  readonly line: Line;
  readonly indent: number;
  readonly marker: string;
  /** The marker with the white space after it. */
  readonly start: string;
  readonly kind: PseudoKind;
}

/** Of the `below` kind are markers that other programs use for nested items; `glued` is a marker without its space. */
type PseudoKind = 'bullet' | 'below' | 'glued';

const kinds: readonly { readonly kind: PseudoKind; readonly form: RegExp }[] = [
  { kind: 'below', form: /^(?:--|\*\*|o|§(?![ \t\u00a0]*\d))[ \t\u00a0]+(?=\S)/ },
  { kind: 'bullet', form: /^[•·‣◦▪●○\uf0b7][ \t\u00a0]+(?=\S)/ },
  { kind: 'glued', form: /^(?:\*(?=\p{L})|-(?=\p{Lu}))/u },
];

function pseudoLines(
  paragraph: Paragraph,
  item: ListItemPlace | null,
  text: string,
): readonly PseudoLine[] {
  const lines = linesIn(text, blockRange(paragraph))
    .filter((line) => item === null || line.start > item.markerRange.start)
    .flatMap((line): PseudoLine[] => {
      const indentation = indentationOf(line.text);
      const offset = line.start + indentation.length;
      return isPlainText(paragraph, offset)
        ? readMarker(line, columnsOf(indentation), line.text.slice(indentation.length))
        : [];
    });
  if (item !== null) return lines.filter((line) => !isWrapped(line, item));
  const often = kinds.filter(({ kind }) => lines.filter((line) => line.kind === kind).length > 1);
  return lines.filter(({ kind }) => kind === 'bullet' || often.some((each) => each.kind === kind));
}

/** Returns whether a dash begins a line of running text, which is indented as the item's text is. */
function isWrapped({ indent, marker }: PseudoLine, { contentIndent }: ListItemPlace): boolean {
  return marker === '--' && indent === contentIndent;
}

function readMarker(line: Line, indent: number, content: string): PseudoLine[] {
  return kinds.flatMap(({ kind, form }): PseudoLine[] => {
    const start = form.exec(content)?.[0];
    return start === undefined ? [] : [{ line, indent, kind, start, marker: start.trimEnd() }];
  });
}

function reportLines(lines: readonly PseudoLine[], item: ListItemPlace | null): Report[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  return [
    {
      message: l10n.t('“{0}” is not a list marker: readers see one paragraph', first.marker),
      range: markerRange(first),
      related: others.map((line) => ({
        document: 'minutes',
        range: markerRange(line),
        message: l10n.t('Neither is this'),
      })),
      fixes: [
        {
          title:
            lines.length === 1
              ? l10n.t('Make it a list item')
              : l10n.t('Make {0} list items', lines.length),
          safe: true,
          edits: lines.map((pseudo) => ({
            range: {
              start: pseudo.line.start,
              end: markerRange(pseudo).start + pseudo.start.length,
            },
            text: newStart(pseudo, first, item),
          })),
        },
      ],
    },
  ];
}

function newStart(pseudo: PseudoLine, first: PseudoLine, item: ListItemPlace | null): string {
  const { kind, marker, indent } = pseudo;
  if (kind === 'glued') return `${' '.repeat(indent)}${marker} `;
  const bullet = item !== null && /^[-*+]$/.test(item.marker) ? item.marker : '-';
  const spaces = ' '.repeat(item === null ? rootIndent(pseudo, first) : itemIndent(pseudo, item));
  return `${spaces}${bullet} `;
}

/** A marker of nested items, and one that is indented further than the item's, belong below the item. */
function itemIndent({ kind, indent }: PseudoLine, item: ListItemPlace): number {
  return kind === 'below' || indent > item.indent ? item.contentIndent : item.indent;
}

/** Without an item above, the first line's level is the top. */
function rootIndent({ kind, indent }: PseudoLine, first: PseudoLine): number {
  return (kind === 'below' && first.kind === 'bullet') || indent > first.indent ? 2 : 0;
}

function markerRange({ line, marker }: PseudoLine): OffsetRange {
  const start = line.start + indentationOf(line.text).length;
  return { start, end: start + marker.length };
}
