import * as l10n from '@vscode/l10n';
import { comparedTables, type ComparedTable } from './shared/compared-tables.ts';
import { roadmapTemplate } from './shared/example-templates.ts';
import { insertRow } from './shared/insert-row.ts';
import { isSeparatorRow } from '../minutes/row-groups.ts';
import { cellSources } from '../minutes/row-text.ts';
import type { TableRow } from '../minutes/table.ts';
import { type MissingHorizon } from '../matching/horizon-match.ts';
import { templateTable } from '../matching/required-table.ts';
import type { TemplateTable } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { tableInTemplate } from './shared/table-in-template.ts';

/** Finds rows of the template's table that the minutes' table lacks. */
export const missingHorizon: MinutesRule = {
  id: 'missing-horizon',
  summary: 'A table lacks a row that the template’s table has',
  severity: 'warning',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  docs: {
    finds: `
Rows are compared by their first cell, without markup.
A row with an empty first cell continues the one above it.
`,
    why: `
A roadmap without “Later” leaves open whether nothing is planned or the row was lost.
`,
    repair: `
**Insert horizon** puts the template’s row where it belongs, in the style of the table’s other rows.
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
                           ^ missing-horizon: The table lacks the row “Later” [fix: Insert horizon “Later”]
~~~

~~~fixed
# Weekly 2018-06-26

## Roadmap

| When | What |
| --- | --- |
| Now | Paint the door |
| Next | Wash the windows |
| Later | |
~~~
`,
  },
  fixes: [{ title: 'Insert horizon', safe: true }],
  check: (context) =>
    comparedTables(context).flatMap((table) =>
      table.horizons.missing.map((missing) => reportMissing(missing, table, context)),
    ),
};

function reportMissing(
  { horizon, after }: MissingHorizon,
  { required, horizons: { table, groups } }: ComparedTable,
  { minutes }: RuleContext,
): Report {
  const { cells, separator } = templateRow(horizon, required);
  const edit = insertRow(cells, { table, groups, after }, separator, minutes);
  return {
    message: l10n.t('The table lacks the row “{0}”', horizon),
    range: edit.range,
    related: tableInTemplate({ required }),
    fixes: [{ title: l10n.t('Insert horizon “{0}”', horizon), safe: true, edits: [edit] }],
  };
}

/** Returns a horizon's cells and a separator as the template writes them. */
function templateRow(
  horizon: string,
  required: TemplateTable,
): { cells: readonly string[]; separator: string | null } {
  const rows = templateTable(required)?.rows ?? [];
  const sourceOf = ({ range }: TableRow): string => required.text.slice(range.start, range.end);
  const row = rows.find(
    ({ cells }) => normalizeText(cells[0]?.text ?? '') === normalizeText(horizon),
  );
  const separator = rows.find(isSeparatorRow);
  return {
    cells: row === undefined ? [horizon] : cellSources(sourceOf(row)),
    separator: separator === undefined ? null : sourceOf(separator),
  };
}
