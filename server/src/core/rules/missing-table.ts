import * as l10n from '@vscode/l10n';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { linesOfTable, type RequiredTable } from '../matching/required-table.ts';
import { isWithinBlock } from '../matching/nested-table.ts';
import { fillPlaceholders } from '../template/section-text.ts';
import { insertBlock } from '../text/insert-block.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds sections without the table that the template has in them. */
export const missingTable: MinutesRule = {
  id: 'missing-table',
  summary: 'A section lacks the table that the template has in it',
  severity: 'warning',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  docs: {
    finds: `
Only the first table below a heading of the template counts, and only in that section.
A table with another header is reported as \`malformed-table\`.
A table in a list item, in a quote or in HTML is one, too, but its rows are not compared.
`,
    why: `
Where the template has a table, readers look for what the table holds: what comes when, or who owns what.
`,
    repair: `
**Insert the table** puts the template’s table at the end of the section, or before text that the template has below its table.
`,
    exampleTemplate: roadmapTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Roadmap
          ^ missing-table: The template requires the table “When | What” below “Roadmap” [fix: Insert the table “When | What”]
~~~

~~~fixed
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | |
| Next | |
| Later | |
~~~
`,
  },
  fixes: [{ title: 'Insert the table', safe: true }],
  check: (context) =>
    context
      .tables()
      .filter(({ table }) => table === null)
      .filter((found) => linesOfTable(found, context.minutes) === null)
      .filter((found) => !isWithinBlock(found, context.minutes))
      .map((missing) => reportMissing(missing, context)),
};

function reportMissing(
  missing: RequiredTable,
  { minutes, statedDate, template }: RuleContext,
): Report {
  const { required, section } = missing;
  const text = fillPlaceholders(required.text, statedDate, template.options.placeholders);
  const { edit, anchor } = insertBlock(minutes.text, placeOf(missing, minutes), text);
  return {
    message: l10n.t(
      'The template requires the table “{0}” below “{1}”',
      required.header.join(' | '),
      section.heading.text,
    ),
    range: anchor,
    related: tableInTemplate({ required }),
    fixes: [
      {
        title: l10n.t('Insert the table “{0}”', required.header.join(' | ')),
        safe: true,
        edits: [edit],
      },
    ],
  };
}

/** Returns the offset of the first text that the template has below its table, else of the body's end. */
function placeOf({ expected, required, section }: RequiredTable, minutes: Minutes): number {
  const [, below = ''] = expected.body.split(required.text, 2);
  const texts = new Set(below.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/).map(normalizeText));
  const block = blocksIn(minutes, section.bodyRange).find(({ range: { start, end } }) => {
    const text = normalizeText(minutes.text.slice(start, end));
    return text !== '' && texts.has(text);
  });
  if (block === undefined) return section.bodyRange.end;
  return minutes.markdown.lines.lineRangeAt(block.range.start).start;
}
