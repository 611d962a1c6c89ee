import * as l10n from '@vscode/l10n';
import { isWithin, verbatimRangesIn } from '../minutes/verbatim-ranges.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { PieceRule, Report } from './rule.ts';
import { brokenLists } from './shared/broken-lists.ts';

/** Finds non-breaking spaces where a space is meant. */
export const nonBreakingSpace: PieceRule = {
  id: 'non-breaking-space',
  summary: 'A line has non-breaking spaces in place of spaces',
  severity: 'hint',
  yieldsTo: [...brokenLists, 'mixed-list-markers', 'lazy-continuation', 'tab-indentation'],
  docs: {
    finds: `
Between digits and next to French punctuation, where a line must not break, they are not reported.
`,
    why: `
Text from an etherpad or a word processor brings non-breaking spaces along.
They look like spaces but are not: a marker followed by one doesn’t begin a list, and a search for two words doesn’t find them.
`,
    repair: `
**Replace** writes spaces; at the end of a line it deletes them.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

The kettle\u00a0boils.
          ^ non-breaking-space: The text has a non-breaking space in place of a space [fix: Replace the non-breaking space]
~~~

~~~fixed
# Weekly 2018-06-26

The kettle boils.
~~~
`,
  },
  fixes: [{ title: 'Replace', safe: true }],
  concerns: /\u00a0/,
  checkPiece: ({ text, tree }) => {
    const verbatim = verbatimRangesIn(tree);
    const edits = [...text.matchAll(wrongSpaces)].flatMap(({ index, 0: run }): TextEdit[] => {
      if (isWithin(index, verbatim)) return [];
      const range = { start: index, end: index + run.length };
      const atEnd = blankToEnd.test(text.slice(range.end));
      return [{ range, text: atEnd ? '' : run.replaceAll('\u00a0', ' ') }];
    });
    return reportRun(edits);
  },
};

const blankToEnd = /^[^\S\r\n]*(?:[\r\n]|$)/;

const wrongSpaces =
  /(?<!\d)(?<!«)\u00a0+(?![»:;!?%€])|(?<=\d)\u00a0+(?![\d»:;!?%€])|(?<=«)\u00a0{2,}/g;

function reportRun(edits: readonly TextEdit[]): Report[] {
  const [first, ...others] = edits;
  if (first === undefined) return [];
  const count = edits.reduce((sum, { range }) => sum + range.end - range.start, 0);
  return [
    {
      message:
        count === 1
          ? l10n.t('The text has a non-breaking space in place of a space')
          : l10n.t('The text has {0} non-breaking spaces in place of spaces', count),
      range: first.range,
      related: others.map(({ range }) => ({
        document: 'minutes',
        range,
        message: l10n.t('So does this'),
      })),
      fixes: [
        {
          title:
            count === 1
              ? l10n.t('Replace the non-breaking space')
              : l10n.t('Replace {0} non-breaking spaces', count),
          safe: true,
          edits,
        },
      ],
    },
  ];
}
