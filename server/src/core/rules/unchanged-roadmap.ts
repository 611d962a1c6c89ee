import * as l10n from '@vscode/l10n';
import { scanRoadmap, type RoadmapRow } from '../meetings/scan-roadmap.ts';
import { minutesBefore } from '../meetings/series.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { MinutesRule } from './rule.ts';

/** Finds roadmaps that have not changed for several meetings. */
export const unchangedRoadmap: MinutesRule = {
  id: 'unchanged-roadmap',
  summary: 'The roadmap has not changed for several meetings',
  severity: 'hint',
  docs: {
    finds: `
The rows are compared with those of the last four minutes.
`,
    why: `
A roadmap that is copied from meeting to meeting soon stops being a plan.
`,
    repair: `
There is no automatic fix: update the roadmap.
`,
    options: `
The template’s front matter sets the number of minutes:

~~~yaml
unchanged-roadmap-after: 6
~~~
`,
    examples: `
~~~template.md
---
unchanged-roadmap-after: 1
---

# Call {date}

## Roadmap

| When | What |
| --- | --- |
~~~

~~~2018-05-01.md
# Call 2018-05-01

## Roadmap

| When | What |
| --- | --- |
| Now | Brakes |
~~~

~~~2018-05-15.md
# Call 2018-05-15

## Roadmap

| When | What |
^^^^^^^^^^^^^^^ unchanged-roadmap: The roadmap has not changed since 2018-05-01
| --- | --- |
| Now | Brakes |
~~~
`,
  },
  fixes: [],
  check: ({ minutes, match, template, date, history }) => {
    if (date === null) return [];
    const count = template.options.unchangedRoadmapAfter;
    const last = minutesBefore(history.series, date).slice(-count);
    if (last.length < count) return [];
    const rows = scanRoadmap(minutes.text, minutes.headings, template);
    if (rows.length === 0 || !last.every(({ roadmap }) => isSame(roadmap, rows))) return [];
    const section = match.sections.find(({ expected }) => expected.table !== null)?.section;
    const table = section === undefined ? undefined : tablesIn(minutes, section.bodyRange)[0];
    if (table === undefined) return [];
    return [
      {
        message: l10n.t('The roadmap has not changed since {0}', String(last[0]?.date)),
        range: table.header.range,
        related: [],
        fixes: [],
      },
    ];
  },
};

function isSame(a: readonly RoadmapRow[], b: readonly RoadmapRow[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ horizon, text }, index) => horizon === b[index]?.horizon && text === b[index].text)
  );
}
