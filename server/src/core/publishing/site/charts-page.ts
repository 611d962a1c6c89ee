import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import type { Cell, Chart, Target } from '../charts/chart.ts';
import type { Site } from './site.ts';
import { meetingLink } from './links.ts';
import { dataScript, relativeTo, table, type Content, type Page } from './page.ts';
import { anchorAt } from './site-meeting.ts';

const path = 'history.html';

/** Returns the page of the pictures, each above its table; a script draws them. */
export function chartsPage(site: Site, charts: readonly Chart[]): Page {
  const data = charts.map((chart) => ({
    ...chart,
    table: null,
    marks: chart.marks.map((mark) => ({ ...mark, target: null, href: hrefOf(mark.target, site) })),
  }));
  return {
    path,
    title: l10n.t('History'),
    body: [
      h('h1', l10n.t('History')),
      ...(charts.length === 0 ? [h('p', l10n.t('Nothing to show yet.'))] : []),
      ...charts.flatMap((chart): readonly Content[] => [
        h('h2', { id: chart.id }, chart.title),
        h('p', chart.summary),
        h('div', { className: 'chart', dataChart: chart.id }),
        h('details', [
          h('summary', l10n.t('The same as a table')),
          table(
            chart.title,
            chart.table.columns,
            chart.table.rows.map((row) => row.map((cell) => contentOf(cell, site))),
          ),
        ]),
      ]),
    ],
    data: dataScript('history-data.js', 'minutesCharts', data),
  };
}

function contentOf(cell: Cell, site: Site): Content {
  if (typeof cell !== 'object') return String(cell);
  const meeting = site.meetingOf(cell.target?.id ?? '');
  const text = String(cell.text);
  return meeting === undefined || cell.target === null
    ? text
    : meetingLink(path, meeting, cell.target.offset, text);
}

function hrefOf(target: Target | null, { meetingOf }: Site): string | null {
  const meeting = target === null ? undefined : meetingOf(target.id);
  return target === null || meeting === undefined
    ? null
    : relativeTo(path, meeting.page) + anchorAt(meeting, target.offset);
}
