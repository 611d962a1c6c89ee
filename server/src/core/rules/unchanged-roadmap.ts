import * as l10n from '@vscode/l10n';
import { scanRoadmap, type RoadmapRow } from '../meetings/scan-roadmap.ts';
import { minutesBefore } from '../meetings/series.ts';
import { tablesIn } from '../minutes/table.ts';
import type { MinutesRule } from './rule.ts';

/** Finds roadmaps that nobody has touched for several meetings. */
export const unchangedRoadmap: MinutesRule = {
  id: 'unchanged-roadmap',
  summary: 'The roadmap is the same as in the last minutes',
  severity: 'hint',
  docs: `
A roadmap that is copied from meeting to meeting is soon nobody’s plan any more.

Reported is a roadmap whose rows are those of the last four minutes.
The template’s front matter says how many it takes:

\`\`\`yaml
unchanged-roadmap-after: 6
\`\`\`
`,
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
