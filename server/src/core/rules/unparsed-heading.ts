import * as l10n from '@vscode/l10n';
import type { Heading, Paragraph } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { blockRange } from '../markdown/node-range.ts';
import { columnsOf, indentationOf, linesIn } from '../text/indentation.ts';
import { lineAt } from '../text/text-line.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { PieceRule, Report } from './rule.ts';
import { isPlainText } from './shared/is-plain-text.ts';

/** Finds lines that are meant as headings and are not headings. */
export const unparsedHeading: PieceRule = {
  id: 'unparsed-heading',
  summary: 'A line is meant as a heading, but Markdown doesn’t read it as one',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'detached-row'],
  isEvidence: true,
  docs: {
    finds: `
The line begins with \`#\` characters but lacks the space after them, or it is indented below a list item.
`,
    why: `
\`###Team\` without a space is text, and what follows it belongs to the team above.
A heading that is indented below a list item is part of the item, not a section.
`,
    repair: `
**Make it a heading** inserts the space, or removes the indentation.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- Cups counted

  ### Kettle - Ada Park
  ^^^^^^^^^^^^^^^^^^^^^ unparsed-heading: The heading is part of the list item above it, not a section [fix: Make “Kettle - Ada Park” a heading]
~~~

~~~fixed
# Weekly 2018-06-26

- Cups counted

### Kettle - Ada Park
~~~
`,
  },
  fixes: [{ title: 'Make', safe: true }],
  concerns: /(?<![^\r\n])(?:[ \t]+#|#{1,6}[^# \t\r\n])/,
  checkPiece: ({ text, tree }) => {
    const reports: Report[] = [];
    visitParents(tree, (node, ancestors) => {
      if (ancestors.some(({ type }) => type === 'blockquote')) return;
      const inItem = ancestors.some(({ type }) => type === 'listItem');
      if (node.type === 'paragraph') reports.push(...reportLines(node, inItem, text));
      if (node.type === 'heading' && inItem) reports.push(...reportIndented(node, text));
    });
    return reports;
  },
};

/**
 * Hashes with a letter, link or code right after them, or with a non-breaking space.
 * A single one is a hashtag, unless a title follows it.
 */
const hashes =
  /^(#{2,6})(?=[^#\s\d]|\d\S*[ \t]+\S|\u00a0)\u00a0*|^#(?:\u00a0+|(?=\p{Lu}\p{L}+[ \t]+\S))/u;

function reportLines(paragraph: Paragraph, inItem: boolean, text: string): Report[] {
  const { start, end } = blockRange(paragraph);
  const lines = linesIn(text, { start, end });
  return lines.flatMap((line): Report[] => {
    const indentation = indentationOf(line.text);
    const content = line.text.slice(indentation.length);
    const marker = hashes.exec(content)?.[0];
    const offset = line.start + indentation.length;
    if (marker === undefined || offset < start || columnsOf(indentation) > 3) return [];
    if (!marker.startsWith('##') && (inItem || lines.length > 1)) return [];
    if (!isPlainText(paragraph, offset)) return [];
    const level = marker.replace(/\u00a0+/, '');
    return [
      reportOf(
        content,
        { start: offset, end: line.end },
        l10n.t('This is not a heading, because no space follows “{0}”', level),
        {
          range: { start: inItem ? line.start : offset, end: offset + marker.length },
          text: `${level} `,
        },
      ),
    ];
  });
}

function reportIndented(heading: Heading, text: string): Report[] {
  const { start, end } = blockRange(heading);
  const line = lineAt(text, start);
  if (text.charAt(start) !== '#' || text.slice(line.start, start).trim() !== '') return [];
  return [
    reportOf(
      text.slice(start, end),
      { start, end },
      l10n.t('The heading is part of the list item above it, not a section'),
      {
        range: { start: line.start, end: start },
        text: '',
      },
    ),
  ];
}

function reportOf(
  content: string,
  range: Report['range'],
  message: string,
  edit: TextEdit,
): Report {
  const name = content.replace(/^#+[\s\u00a0]*/, '').trim();
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return {
    message,
    range,
    related: [],
    fixes: [{ title: l10n.t('Make “{0}” a heading', short), safe: true, edits: [edit] }],
  };
}
