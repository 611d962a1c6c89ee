import * as l10n from '@vscode/l10n';
import type { Minutes } from '../minutes/read-minutes.ts';
import { type RequiredTable } from '../matching/required-table.ts';
import type { UnknownHorizon } from '../matching/unknown-horizons.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { MinutesRule, Report } from './rule.ts';

/** Finds rows that the template's table doesn't have. */
export const unknownHorizon: MinutesRule = {
  id: 'unknown-horizon',
  summary: 'A row begins with a text that the template’s table doesn’t have',
  severity: 'hint',
  docs: `
Rows are compared from one meeting to the next by their first cell.
A misspelt one, or one of its own, drops out of every comparison.

\`\`\`markdown
| When | What |
| --- | --- |
| Now | Paint the door |
| Latre | A new roof |
\`\`\`

**Rename** writes the closest of the template’s rows that the table lacks:

\`\`\`markdown
| When | What |
| --- | --- |
| Now | Paint the door |
| Later | A new roof |
\`\`\`

A row that only stands in the place of a missing one is not renamed by fix-all, since it may be meant.
A template with a placeholder in its first column, such as \`{text}\`, allows rows of any name.
`,
  check: ({ minutes, tables }) =>
    tables().flatMap(({ horizons, ...required }) =>
      (horizons?.unknown ?? []).map((each) => reportUnknown(each, required, minutes)),
    ),
};

function reportUnknown(
  { group, meant, similar }: UnknownHorizon,
  { required }: RequiredTable,
  minutes: Minutes,
): Report {
  const name = group.name ?? '';
  const range = nameRange(group, minutes);
  return {
    message:
      meant === null || !similar
        ? l10n.t('The template’s table has no row “{0}”', name)
        : l10n.t('“{0}” should be “{1}”', name, meant),
    range,
    related: [
      { document: 'template', range: required.range, message: l10n.t('The table in the template') },
    ],
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
