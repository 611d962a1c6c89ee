import type { ChartPicture } from '../../../server/src/protocol/history.ts';
import { drawChart } from './draw-chart.ts';

/** Shows a chart in an element, with what its colors mean, and again whenever the element gets another width; `open` takes the number of the mark that is clicked. */
export function showChart(
  chart: ChartPicture,
  place: HTMLElement,
  open: (mark: number) => void,
): void {
  place.replaceChildren();
  if (chart.legend.length > 1) place.append(legendOf(chart));
  const frame = document.createElement('div');
  frame.className = 'picture';
  place.append(frame);
  let drawn = 0;
  const draw = (): void => {
    const width = Math.max(280, Math.floor(frame.clientWidth));
    if (width === drawn) return;
    drawn = width;
    frame.replaceChildren(drawChart(chart, width));
  };
  draw();
  new ResizeObserver(draw).observe(frame);
  frame.addEventListener('click', ({ target }) => {
    const mark = target instanceof Element ? target.closest('[data-mark]') : null;
    if (mark !== null) open(Number(mark.getAttribute('data-mark')));
  });
}

function legendOf({ legend, palette }: ChartPicture): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'legend';
  for (const [index, name] of legend.entries()) {
    const item = document.createElement('li');
    const color = document.createElement('span');
    color.className = `color-${String(palette?.[index] ?? index)}`;
    item.append(color, name);
    list.append(item);
  }
  return list;
}
