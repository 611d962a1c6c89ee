import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { ChartPicture } from '../../../server/src/protocol/history.ts';
import { showChart } from './show-chart.ts';

/** A chart of a site, whose marks lead to pages. */
interface SiteChart extends ChartPicture {
  readonly id: string;
  readonly marks: readonly (ChartPicture['marks'][number] & { readonly href: string | null })[];
}

declare global {
  /** The charts of the page, as a script of the site sets them. */
  var minutesCharts: readonly SiteChart[] | undefined;
  /** The search index, as a script of the site sets it. */
  var minutesSearch:
    | {
        readonly meetings: readonly (readonly string[])[];
        readonly index: AsPlainObject;
        readonly words: { readonly none: string; readonly some: string };
      }
    | undefined;
}

drawCharts();
search();

/** Draws the charts whose data the page has. */
function drawCharts(): void {
  const charts = globalThis.minutesCharts ?? [];
  for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) {
    const chart = charts.find(({ id }) => id === place.dataset.chart);
    if (chart === undefined) continue;
    showChart(chart, place, (mark) => {
      const href = chart.marks[mark]?.href;
      if (typeof href === 'string') location.href = href;
    });
  }
}

/** Lists the meetings that have the words of the input. */
function search(): void {
  const query = document.getElementById('query');
  const results = document.getElementById('results');
  const count = document.getElementById('count');
  const data = globalThis.minutesSearch;
  if (!(query instanceof HTMLInputElement) || results === null || count === null) return;
  if (data === undefined) return;
  const { words } = data;
  const index = MiniSearch.loadJS(data.index, { fields: ['title', 'text'] });
  const show = (): void => {
    const found = index.search(query.value, {
      prefix: true,
      combineWith: 'AND',
      boost: { title: 2 },
    });
    results.replaceChildren(
      ...found.slice(0, 100).map(({ id }) => resultOf(data.meetings[Number(id)] ?? [])),
    );
    const isEmpty = query.value.trim() === '';
    count.textContent = isEmpty
      ? ''
      : found.length === 0
        ? words.none
        : words.some.replace('{0}', String(found.length));
  };
  query.value = new URLSearchParams(location.search).get('q') ?? '';
  query.addEventListener('input', show);
  show();
}

function resultOf([page = '', name = '', date = '']: readonly string[]): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = encodeURI(page);
  link.textContent = name;
  item.append(link, name.includes(date) ? '' : ` ${date}`);
  return item;
}
