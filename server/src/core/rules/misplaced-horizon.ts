import * as l10n from '@vscode/l10n';
import { comparedTables, type ComparedTable } from './shared/compared-tables.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { moveGroup } from './shared/move-group.ts';
import { type MisplacedHorizon } from '../matching/horizon-match.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds rows that are out of the order of the template's table. */
export const misplacedHorizon: MinutesRule = {
  id: 'misplaced-horizon',
  summary: 'A row is out of the order of the template’s table',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'malformed-table'],
  structural: true,
  docs: {
    finds: `
Of all rows, the rule reports the fewest that have to move to put the rest in order.
`,
    why: `
A roadmap reads from what is near to what is far.
`,
    repair: `
**Move** moves the row, with the rows that continue it, to where the template has it.
Separator rows stay where they are.
Check the result.
`,
    exampleTemplate: roadmapTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Later | A new roof |
  ^^^^^ misplaced-horizon: “Later” is out of order: it belongs after “Next” [unsafe fix: Move “Later” after “Next”]
| Now | Paint the door |
|  | Oil the hinges |
| Next | Wash the windows |
~~~
`,
  },
  fixes: [{ title: 'Move', safe: false }],
  check: (context) =>
    comparedTables(context).flatMap((table) =>
      table.horizons.misplaced.map((misplaced) => reportMisplaced(misplaced, table, context)),
    ),
};

function reportMisplaced(
  { group, after }: MisplacedHorizon,
  { required, horizons: { groups } }: ComparedTable,
  { minutes }: RuleContext,
): Report {
  const name = group.name ?? '';
  return {
    message:
      after === null
        ? l10n.t('“{0}” is out of order: it belongs first', name)
        : l10n.t('“{0}” is out of order: it belongs after “{1}”', name, after.name ?? ''),
    range: group.rows[0].cells[0]?.contentRange ?? group.rows[0].range,
    related: tableInTemplate({ required }),
    fixes: [
      {
        title:
          after === null
            ? l10n.t('Move “{0}” to the top', name)
            : l10n.t('Move “{0}” after “{1}”', name, after.name ?? ''),
        safe: false,
        edits: moveGroup(group, after, groups, minutes),
      },
    ],
  };
}
