import * as l10n from '@vscode/l10n';
import { htmlTagNames } from 'html-tag-names';
import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOf } from '../markdown/node-range.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt } from '../text/text-line.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds text in angle brackets that readers don't see. */
export const hiddenText: PieceRule = {
  id: 'hidden-text',
  summary: 'Text in angle brackets is read as HTML and hidden from readers',
  severity: 'warning',
  docs: {
    finds: `
Reported are elements that HTML doesn’t have, and comments that never end.
Known elements, comments and addresses in angle brackets are not reported.
`,
    why: `
In “run deploy \`<name>\`” without the code marks, browsers read \`<name>\` as an element and readers don’t see it.
A comment that never ends hides everything after it.
`,
    repair: `
**Show** escapes the bracket.
**End the comment** closes it on its line.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

Run deploy <name> first.
           ^^^^^^ hidden-text: Readers don’t see “<name>”: it is read as an unknown HTML element [fix: Show “<name>”]
~~~

~~~fixed
# Weekly 2018-06-26

Run deploy \\<name> first.
~~~
`,
  },
  fixes: [
    { title: 'Show', safe: true },
    { title: 'End the comment on this line', safe: false },
  ],
  concerns: /<[A-Za-z/!]/,
  checkPiece: ({ text, tree }) => {
    const reports: Report[] = [];
    const meant = customElementsIn(text);
    visit(tree, 'html', (node) => {
      reports.push(...reportElements(node, meant), ...reportOpenComment(node, text));
    });
    return reports;
  },
};

const known: ReadonlySet<string> = new Set(htmlTagNames);
const tag = /<!--[^]*?(?:-->|$)|<\/?([A-Za-z][A-Za-z0-9-]*)(?:[\s/:=][^<>]*)?>/g;

/** Returns the names of elements that a program on the page defines: they have a hyphen, and here attributes. */
function customElementsIn(text: string): ReadonlySet<string> {
  const elements = text.matchAll(/<([A-Za-z][A-Za-z0-9]*-[A-Za-z0-9-]*)\s[^<>]*=/g);
  return new Set([...elements].map(([, name = '']) => name.toLowerCase()));
}

function reportElements(node: Html, meant: ReadonlySet<string>): Report[] {
  const place = rangeOf(node);
  if (place === null) return [];
  return [...node.value.matchAll(tag)].flatMap(({ 0: source, 1: name, index }): Report[] => {
    if (name === undefined) return [];
    if (known.has(name.toLowerCase()) || meant.has(name.toLowerCase())) return [];
    const range = { start: place.start + index, end: place.start + index + source.length };
    return [
      {
        message: l10n.t('Readers don’t see “{0}”: it is read as an unknown HTML element', source),
        range,
        related: [],
        fixes: [
          {
            title: l10n.t('Show “{0}”', source),
            safe: true,
            edits: [{ range: { start: range.start, end: range.start }, text: '\\' }],
          },
        ],
      },
    ];
  });
}

function reportOpenComment(node: Html, text: string): Report[] {
  const start = rangeOf(node)?.start;
  if (start === undefined || !/^<!--(?!-?>)(?![^]*?-->)/.test(node.value)) return [];
  const range: OffsetRange = { start, end: start + 4 };
  const { end } = lineAt(text, start);
  return [
    {
      message: l10n.t('The comment never ends, so readers see nothing that follows'),
      range,
      related: [],
      fixes: [
        {
          title: l10n.t('End the comment on this line'),
          safe: false,
          edits: [{ range: { start: end, end }, text: ' -->' }],
        },
      ],
    },
  ];
}
