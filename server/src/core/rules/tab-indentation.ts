import * as l10n from '@vscode/l10n';
import { rangesOf } from '../markdown/node-range.ts';
import { isWithin } from '../minutes/verbatim-ranges.ts';
import { columnsOf, indentationOf, indentLine, linesIn, shiftLines } from '../text/indentation.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Line } from '../text/text-line.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { PieceContext, PieceRule, Report } from './rule.ts';
import { brokenLists } from './shared/broken-lists.ts';

/** Finds lines that are indented by tabs. */
export const tabIndentation: PieceRule = {
  id: 'tab-indentation',
  summary: 'Lines are indented with tabs',
  severity: 'hint',
  yieldsTo: [...brokenLists, 'mixed-list-markers', 'lazy-continuation'],
  docs: {
    finds: `
Consecutive lines are one finding.
`,
    why: `
A tab is as wide as each editor likes, and four columns in Markdown.
Among lines indented with spaces, it makes nested items look like siblings or the reverse.
Directly below a heading or a blank line, it turns a list into code.
`,
    repair: `
**Use spaces** writes as many as Markdown counts, so that nothing changes its level.
**Make it a list** removes the indentation of a list that became code.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- Kettle
	- Boils
^ tab-indentation: The line is indented with a tab [fix: Use spaces]
~~~

~~~fixed
# Weekly 2018-06-26

- Kettle
    - Boils
~~~
`,
  },
  fixes: [
    { title: 'Use spaces', safe: true },
    { title: 'Make it a list', safe: true },
  ],
  concerns: { test: (text) => text.includes('\t') && tabbedLine.test(text) },
  checkPiece: (context) => [...reportRuns(context), ...reportLists(context)],
};

const tabbedLine = /(?<![^\r\n]) *\t/;

function reportRuns({ text, tree }: PieceContext): Report[] {
  const verbatim = rangesOf(tree, ['code', 'html', 'yaml']);
  const tabbed = linesIn(text, { start: 0, end: text.length }).filter(
    (line) =>
      /^ *\t[ \t]*\S/.test(line.text) &&
      !isWithin(line.start, verbatim) &&
      !isWithin(line.start + indentationOf(line.text).length, verbatim),
  );
  return runsOf(tabbed, text).map((run) =>
    reportOf(run, {
      message: l10n.t('The line is indented with a tab'),
      title:
        run.length === 1 ? l10n.t('Use spaces') : l10n.t('Use spaces in {0} lines', run.length),
      edits: run.flatMap((line) => indentLine(line, columnsOf(indentationOf(line.text)))),
    }),
  );
}

/** Reports indented code that is a list by its first line. */
function reportLists({ text, tree }: PieceContext): Report[] {
  return rangesOf(tree, ['code']).flatMap((range) => {
    const lines = linesIn(text, range).filter((line) => line.text.trim() !== '');
    const [first] = lines;
    if (first === undefined || !/^ {0,3}\t[ \t]*(?:[-*+•·]|\d{1,9}[.)])[ \t]+\S/.test(first.text)) {
      return [];
    }
    return [
      reportOf([first, ...lines.slice(1)], {
        message: l10n.t('The tab turns the list into code'),
        title: l10n.t('Make it a list'),
        edits: shiftLines(lines, -columnsOf(indentationOf(first.text))),
      }),
    ];
  });
}

function reportOf(
  run: readonly [Line, ...Line[]],
  { message, title, edits }: { message: string; title: string; edits: readonly TextEdit[] },
): Report {
  const [first, ...others] = run;
  return {
    message,
    range: indentationRange(first),
    related: others.map((line) => ({
      document: 'minutes',
      range: indentationRange(line),
      message: l10n.t('So is this line'),
    })),
    fixes: [{ title, safe: true, edits }],
  };
}

function indentationRange({ text, start }: Line): OffsetRange {
  return { start, end: start + indentationOf(text).length };
}

/** Lines that follow one another. */
function runsOf(lines: readonly Line[], text: string): readonly (readonly [Line, ...Line[]])[] {
  const runs: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const end = run?.at(-1)?.end;
    const follows = end !== undefined && /^(?:\r\n|\r|\n)$/.test(text.slice(end, line.start));
    if (run !== undefined && follows) run.push(line);
    else runs.push([line]);
  }
  return runs;
}
