import * as l10n from '@vscode/l10n';
import { teamsTemplate } from './shared/example-templates.ts';
import { textBlocksIn, type TextBlock } from './shared/text-blocks.ts';
import { isUnfilledText, unfilledPlaceholders } from '../template/unfilled.ts';
import type { Template } from '../template/template.ts';
import { cachedByObject } from '../text/cached.ts';
import { createLineIndex } from '../text/line-index.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { removeLines } from '../text/remove-lines.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { wholeLines } from '../text/whole-lines.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, OutlineRule, PieceContext, PieceRule, Report } from './rule.ts';
import { reportUnfilledHeadings } from './shared/unfilled-heading.ts';
import { reportUnfilledFields } from './shared/unfilled-field.ts';
import { reportUnfilledSections } from './shared/unfilled-section.ts';

/** Finds what the template left open and is not filled in. */
export const unfilledText: MinutesRule & OutlineRule & PieceRule = {
  id: 'unfilled-text',
  summary: 'Text that the template left open is not filled in',
  severity: { draft: 'hint', final: 'warning' },
  whenCancelled: false,
  docs: {
    finds: `
Reported are texts such as “[add updates here]”, placeholders such as \`{person}\` or \`YYYY-MM-DD\`, and empty sections that the template marks as \`not-empty\`.
`,
    why: `
“[add updates here]” in last month’s minutes looks like an update, but says nothing.
`,
    repair: `
**Fill in the date** writes the date from the file name.
**Remove** deletes the open text.
`,
    options: `
The template’s front matter lists the texts that count.
A text that merely contains one of them doesn’t:

~~~yaml
unfilled: ['[add updates here]', 'to be written']
~~~

A section must have content if the template says so:

~~~markdown
## Decisions <!-- not-empty -->
~~~
`,
    exampleTemplate: teamsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly YYYY-MM-DD
         ^^^^^^^^^^ unfilled-text: “YYYY-MM-DD” is not filled in [unsafe fix: Fill in the date “2018-06-26”]

## Teams

### Kettle - Ada Park

[add updates here]
^^^^^^^^^^^^^^^^^^ unfilled-text: “[add updates here]” is not filled in [unsafe fix: Remove “[add updates here]”]

### Teapot - Bo Reed
~~~
`,
  },
  fixes: [
    { title: 'Fill in the date', safe: false },
    { title: 'Remove', safe: false },
    { title: 'Empty the cell', safe: false },
  ],
  check: (context) => [...reportUnfilledSections(context), ...reportUnfilledFields(context)],
  checkOutline: reportUnfilledHeadings,
  concerns: { test: mayHoldUnfilled },
  checkPiece: (context) =>
    textBlocksIn(context.tree).flatMap((block) => reportBlock(block, context)),
};

/** Returns quickly whether it is worth looking at each block of a text. */
function mayHoldUnfilled(text: string, { options: { unfilled } }: Template): boolean {
  if (text.includes('{')) return true;
  const isAscii = !/[^\0-\x7f]/.test(text);
  if (isAscii && !firstWordsOf(unfilled)(text)) return false;
  const normalized = normalizeText(text);
  return unfilled.some((entry) => normalized.includes(entry));
}

const firstWordsOf = cachedByObject((unfilled: readonly string[]) => {
  const words = unfilled.map((entry) => entry.split(' ', 1)[0] ?? '');
  return (text: string): boolean => {
    const lower = text.toLowerCase();
    return words.some((word) => lower.includes(word));
  };
});

function reportBlock(block: TextBlock, context: PieceContext): Report[] {
  if (isUnfilledBlock(block, context)) {
    return [
      reportOf(
        block.text,
        block.range,
        removalOf(block, l10n.t('Remove “{0}”', block.text), context),
      ),
    ];
  }
  const place = firstPlaceholder(block, context);
  if (place === null) return [];
  const title = removalTitle(block.kind, place.text);
  return [reportOf(place.text, place.range, removalOf(block, title, context))];
}

/** A text in code says no such thing, nor does a label such as “TODO” above a nested list. */
function isUnfilledBlock(
  { kind, text, words, sharesItem }: TextBlock,
  { template }: PieceContext,
): boolean {
  const content = kind === 'cell' ? text.replace(/^[-*+]\s+/, '') : text;
  return !sharesItem && words.length > 0 && isUnfilledText(content, template);
}

/** Finds a placeholder that is not part of an address or of another language, as in `${name}`. */
function firstPlaceholder(
  { words }: TextBlock,
  { template, text: piece }: PieceContext,
): { text: string; range: OffsetRange } | null {
  for (const { text, range } of words) {
    const place = unfilledPlaceholders(text, template).find(
      ({ range: { start, end } }) =>
        !/[\w$/={%#.:\\"'“‘]/.test(text.charAt(start - 1)) && text.charAt(end) !== '}',
    );
    if (place === undefined) continue;
    const source = piece.slice(range.start, range.end);
    const index = source === text ? place.range.start : source.indexOf(place.text);
    const start = range.start + Math.max(index, 0);
    return {
      text: place.text,
      range: { start, end: Math.min(start + place.text.length, range.end) },
    };
  }
  return null;
}

function reportOf(text: string, range: OffsetRange, fixes: readonly Fix[]): Report {
  return { message: l10n.t('“{0}” is not filled in', text), range, related: [], fixes };
}

function removalTitle(kind: TextBlock['kind'], placeholder: string): string {
  return {
    paragraph: l10n.t('Remove the paragraph with “{0}”', placeholder),
    item: l10n.t('Remove the list item with “{0}”', placeholder),
    cell: l10n.t('Empty the cell with “{0}”', placeholder),
  }[kind];
}

function removalOf(block: TextBlock, title: string, context: PieceContext): Fix[] {
  const edit = removalEdit(block, context);
  return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
}

function removalEdit(
  { kind, range, alone }: TextBlock,
  { text, last }: PieceContext,
): TextEdit | null {
  if (kind === 'cell') return { range, text: '' };
  if (alone === null) return null;
  const lineIndex = createLineIndex(text);
  const lines = wholeLines(alone, lineIndex);
  const beside = text.slice(lines.start, alone.start) + text.slice(alone.end, lines.end);
  return /^[\s>]*$/.test(beside) ? removeLines(text, alone, lineIndex, last) : null;
}
