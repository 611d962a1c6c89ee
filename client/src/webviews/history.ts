import type {
  HistoryMessage,
  HistoryState,
  ShownHistory,
} from '../../../server/src/protocol/history-messages.ts';
import { chartTable } from './chart-table.ts';
import './panel-host.ts';
import { showChart } from './show-chart.ts';

const host = acquireVsCodeApi<HistoryState & { readonly scroll: number }>();
const tell = (message: HistoryMessage): void => {
  host.postMessage(message);
};

window.addEventListener('message', ({ data }: MessageEvent<ShownHistory>) => {
  show(data);
});
window.addEventListener('scroll', () => {
  const state = host.getState();
  if (state !== undefined) host.setState({ ...state, scroll: window.scrollY });
});
tell({ kind: 'ready' });

/** Shows the pictures of a series, each above its table, and keeps what is open and where the reader is. */
function show({ state, title, charts, periods, unchecked, words }: ShownHistory): void {
  const open = new Set(
    [...document.querySelectorAll<HTMLDetailsElement>('section > details[open]')].map(
      ({ parentElement }) => parentElement?.id,
    ),
  );
  const scroll = host.getState()?.scroll ?? 0;
  host.setState({ ...state, scroll });
  document.title = title;
  const heading = document.createElement('h1');
  heading.textContent = title;
  const main = document.createElement('main');
  main.append(heading, periodChoice(words.period, periods, state.since));
  if (charts.length === 0) main.append(paragraph(words.nothing));
  document.body.replaceChildren(main);
  for (const [index, chart] of charts.entries()) {
    const section = document.createElement('section');
    section.id = chart.id;
    const name = document.createElement('h2');
    name.textContent = chart.title;
    const picture = document.createElement('div');
    picture.className = 'chart';
    const table = chartTable(chart, words, (row, column) => {
      tell({ kind: 'cell', chart: index, row, column });
    });
    table.toggleAttribute('open', open.has(chart.id));
    section.append(name, paragraph(chart.summary), picture, table);
    if (chart.id === 'findings' && unchecked > 0) picture.before(checkingNote(words));
    main.append(section);
    showChart(chart, picture, (mark) => {
      tell({ kind: 'mark', chart: index, mark });
    });
  }
  window.scrollTo(0, scroll);
}

function periodChoice(
  label: string,
  periods: ShownHistory['periods'],
  since: string | null,
): HTMLElement {
  const frame = document.createElement('label');
  const select = document.createElement('select');
  for (const period of periods) {
    const option = new Option(period.name, period.since ?? '');
    option.selected = period.since === since;
    select.append(option);
  }
  select.addEventListener('change', () => {
    tell({ kind: 'period', since: select.value === '' ? null : select.value });
  });
  frame.append(`${label} `, select);
  return frame;
}

/** Returns what says that minutes were not checked, with a button that has them checked. */
function checkingNote(words: ShownHistory['words']): HTMLElement {
  const note = paragraph(`${words.unchecked} `);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = words.checkAll;
  button.addEventListener('click', () => {
    button.disabled = true;
    tell({ kind: 'check-all' });
  });
  note.append(button);
  return note;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
