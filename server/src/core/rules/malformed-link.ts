import * as l10n from '@vscode/l10n';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOf, rangesOf } from '../markdown/node-range.ts';
import type { Fix } from './finding.ts';
import type { FileLink } from '../minutes/link-targets.ts';
import { plainText } from '../minutes/plain-text.ts';
import { intendedAddress } from './shared/intended-address.ts';
import type { MinutesRule, PieceRule, Report, RuleContext } from './rule.ts';

/** Finds what is meant as a link and leads nowhere. */
export const malformedLink: MinutesRule & PieceRule = {
  id: 'malformed-link',
  summary: 'Text is meant as a link, but leads nowhere',
  severity: 'warning',
  docs: {
    finds: `
Reported are:

- a space between the two parts: \`[notes] (https://example.com/notes)\`;
- an address that is empty or not closed: \`[notes]()\`, \`[notes](https://example.com/notes\`;
- a reference that is not defined: \`[notes][minutes]\` without \`[minutes]: https://…\`;
- a relative path to a file that doesn’t exist: \`[agenda](agendas/june.md)\`.

Files are looked up next to the minutes and inside the workspace folder; on the command line, inside the git repository or the given folder.
What can’t be seen from there is assumed to exist.
A single bracket such as \`[EM]\` is text, and so are initials one after another: \`[EM][AP]\`.
`,
    why: `
Readers can’t follow the link.
`,
    repair: `
**Make it a link** removes the space, and **Add the closing bracket** closes the address.
**Change the address** adds \`https://\` or \`mailto:\` to what looks like the address of a site or of mail, and removes brackets and invisible characters around one.
A missing address has no automatic fix.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- See the [notes] (https://example.com/notes) of today
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-link: The space after “[notes]” breaks the link [fix: Make “notes” a link]
- [Release 4](https://example.com/4 is out
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-link: The address of “Release 4” has no closing bracket [fix: Add the closing bracket]
- The [kettle][kettles]
      ^^^^^^^^^^^^^^^^^ malformed-link: This is not a link, because “kettles” is not defined
~~~

~~~fixed
# Weekly 2018-06-26

- See the [notes](https://example.com/notes) of today
- [Release 4](https://example.com/4) is out
- The [kettle][kettles]
~~~
`,
  },
  fixes: [
    { title: 'Make', safe: true },
    { title: 'Add the closing bracket', safe: true },
    { title: 'Change the address to', safe: false },
  ],
  concerns:
    /\](?:\[|[ \t]+\(|\([ \t\r\n]*(?:<>|[)"'(])|\((?:https?:\/\/|www\.)[^\s()<>]+(?:[ \t\r\n]|$))/,
  check: linksToNothing,
  checkPiece: ({ text, tree }) => [
    ...emptyLinks(tree),
    ...textsMatching(
      /(?<!#!?)\[([^[\]\r\n]+)\]([ \t]+)\((?:https?:\/\/|www\.|mailto:)[^\s()<>]+\)/g,
      text,
      tree,
      spaced,
    ),
    ...textsMatching(
      /\[([^[\]\r\n]+)\]\(((?:https?:\/\/|www\.)[^\s()<>]+)(?=[ \t\r\n]|$)(?![^()\r\n]*\))/g,
      text,
      tree,
      unclosed,
    ),
    ...textsMatching(
      /(?<![\w\])"“„«])\[([^[\]\r\n]+)\]\[([^[\]\r\n]*)\](?![[(])/g,
      text,
      tree,
      undefinedReference,
    ),
  ],
};

function linksToNothing({ minutes, history }: RuleContext): readonly Report[] {
  return minutes
    .fileLinks()
    .filter(({ path }) => history.isAbsent(path))
    .map((link) => ({
      message: l10n.t('The linked file “{0}” doesn’t exist', link.path),
      range: link.range,
      related: [],
      fixes: addressFix(link, minutes.text),
    }));
}

/** Returns what replaces a path by the address that is meant. */
function addressFix({ range, url }: FileLink, text: string): Fix[] {
  const address = intendedAddress(url);
  const at = text.lastIndexOf(url, range.end - url.length);
  if (address === null || at <= range.start || !/[(<:\s]/.test(text.charAt(at - 1))) return [];
  const edit = { range: { start: at, end: at + url.length }, text: address };
  const title = l10n.t('Change the address to “{0}”', address);
  return [{ title, safe: false, edits: [edit] }];
}

function emptyLinks(tree: Root): Report[] {
  const reports: Report[] = [];
  visit(tree, (node) => {
    if ((node.type !== 'link' && node.type !== 'image') || node.url !== '') return;
    const range = rangeOf(node);
    const text = node.type === 'link' ? plainText(node) : (node.alt ?? '');
    if (range === null) return;
    reports.push({
      message: l10n.t('The link “{0}” has no address', text),
      range,
      related: [],
      fixes: [],
    });
  });
  return reports;
}

/** Reports what an expression finds in text, and not in code, HTML or links. */
function textsMatching(
  expression: RegExp,
  text: string,
  tree: Root,
  report: (match: RegExpExecArray) => Report | null,
): Report[] {
  const matches = [...text.matchAll(expression)];
  if (matches.length === 0) return [];
  const others = rangesOf(tree, noText);
  return matches.flatMap((match) => {
    const closing = match.index + match[0].indexOf(']');
    const isText = others.every(({ start, end }) => closing < start || end <= closing);
    return (isText ? report(match) : null) ?? [];
  });
}

function spaced({ 0: source, 1: name = '', 2: space = '', index }: RegExpExecArray): Report {
  const start = index + name.length + 2;
  return {
    message: l10n.t('The space after “[{0}]” breaks the link', name),
    range: { start: index, end: index + source.length },
    related: [],
    fixes: [
      {
        title: l10n.t('Make “{0}” a link', name),
        safe: true,
        edits: [{ range: { start, end: start + space.length }, text: '' }],
      },
    ],
  };
}

function unclosed({ 0: source, 1: name = '', index }: RegExpExecArray): Report {
  const end = index + source.length;
  return {
    message: l10n.t('The address of “{0}” has no closing bracket', name),
    range: { start: index, end },
    related: [],
    fixes: [
      {
        title: l10n.t('Add the closing bracket'),
        safe: true,
        edits: [{ range: { start: end, end }, text: ')' }],
      },
    ],
  };
}

function undefinedReference({
  0: source,
  1: name = '',
  2: label = '',
  index,
}: RegExpExecArray): Report | null {
  if (
    name.startsWith('^') ||
    label.startsWith('^') ||
    isAcronym(label) ||
    (isInitials(name) && isInitials(label))
  )
    return null;
  if (/^[ xX]?$/.test(name)) return null;
  return {
    message: l10n.t(
      'This is not a link, because “{0}” is not defined',
      label === '' ? name : label,
    ),
    range: { start: index, end: index + source.length },
    related: [],
    fixes: [],
  };
}

function isInitials(text: string): boolean {
  return /^(?:\p{Lu}{1,4}|)$/u.test(text);
}

/** Two acronyms, or a word and one, are tags: references are not written in capitals. */
function isAcronym(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

const noText: readonly Nodes['type'][] = [
  'code',
  'inlineCode',
  'html',
  'yaml',
  'definition',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
];
