import * as l10n from '@vscode/l10n';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { UnknownHorizon } from '../matching/unknown-horizons.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { comparedTables, type ComparedTable } from './shared/compared-tables.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds rows that the template's table doesn't have. */
export const unknownHorizon: MinutesRule = {
  id: 'unknown-horizon',
  summary: 'A row begins with text that the template’s table doesn’t have',
  severity: 'hint',
  yieldsTo: ['unfilled-text', 'malformed-table', 'misplaced-horizon'],
  structural: true,
  docs: {
    finds: `
A template with a placeholder in its first column, such as \`{text}\`, allows rows of any name.
`,
    why: `
Rows are compared from one meeting to the next by their first cell.
A misspelled one drops out of every comparison.
`,
    repair: `
**Rename** writes the closest of the template’s rows that the table lacks.
`,
    exampleTemplate: roadmapTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | Paint the door |
| Next | Wash the windows |
| Latre | A new roof |
  ^^^^^ unknown-horizon: “Latre” should be “Later” [fix: Rename to “Later”]
~~~

~~~fixed
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | Paint the door |
| Next | Wash the windows |
| Later | A new roof |
~~~
`,
  },
  fixes: [
    { title: 'Rename to', safe: true, when: 'the texts closely resemble each other' },
    {
      title: 'Rename to',
      safe: false,
      when: 'the row is merely in the place of a missing one, since it may be intended',
    },
  ],
  check: (context) =>
    comparedTables(context).flatMap((table) =>
      table.horizons.unknown.map((unknown) => reportUnknown(unknown, table, context)),
    ),
};

function reportUnknown(
  { group, meant, similar }: UnknownHorizon,
  { required }: ComparedTable,
  { minutes }: RuleContext,
): Report {
  const name = group.name ?? '';
  const range = nameRange(group, minutes);
  return {
    message:
      meant === null || !similar
        ? l10n.t('The template’s table has no row “{0}”', name)
        : l10n.t('“{0}” should be “{1}”', name, meant),
    range,
    related: tableInTemplate({ required }),
    fixes:
      meant === null
        ? []
        : [
            {
              title: l10n.t('Rename to “{0}”', meant),
              safe: similar,
              edits: [{ range, text: meant }],
            },
          ],
  };
}

/** Ranges over the first cell's text without the markup around it. */
function nameRange({ name, rows: [row] }: UnknownHorizon['group'], { text }: Minutes): OffsetRange {
  const range = row.cells[0]?.contentRange ?? row.range;
  const start = text.slice(range.start, range.end).indexOf(name ?? '');
  if (start === -1 || name === null) return range;
  return { start: range.start + start, end: range.start + start + name.length };
}
