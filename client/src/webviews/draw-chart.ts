import { axisX, axisY, barX, plot, rectY, ruleX } from '@observablehq/plot';
import type { ChartPicture } from '../../../server/src/protocol/history.ts';

/** The height of a row, and of what is above and below the rows, in pixels. */
const rowHeight = 20;
const frameHeight = 40;
const columnsHeight = 240;
const longestName = 32;

/**
 * Returns a picture of a chart as an image with a name, so wide in pixels; the number of a mark is in its `data-mark`.
 * Colors are custom properties of the page, `--chart-0` and so on.
 */
export function drawChart(chart: ChartPicture, width: number): Element {
  const { form, across, rows, summary } = chart;
  const isTime = across === 'time';
  const names = rows.map(shortName);
  const widest = Math.max(0, ...names.map(({ length }) => length));
  const marginLeft = form === 'rows' ? Math.min(width / 3, 16 + widest * 6.5) : 40;
  const picture = plot({
    className: 'plot',
    width,
    height: form === 'rows' ? frameHeight + rows.length * rowHeight : columnsHeight,
    marginLeft,
    marginTop: 10,
    marginBottom: 30,
    x: { type: isTime ? 'utc' : 'linear', label: null },
    y: form === 'rows' ? { type: 'band', domain: [...rows], label: null } : { label: null },
    opacity: { type: 'identity' },
    marks: [
      axisX({
        ariaHidden: 'true',
        ...(isTime
          ? { ticks: timeTicks(chart, Math.max(2, Math.floor(width / 90))) }
          : { ticks: Math.min(10, highest(chart)), tickFormat: 'd' }),
      }),
      axisY({
        ariaHidden: 'true',
        ...(form === 'rows'
          ? { tickFormat: shortName }
          : { ticks: Math.min(10, tallest(chart)), tickFormat: 'd' }),
        tickSize: 0,
      }),
      ruleX(
        chart.cancelled.map((day) => new Date(`${day}T12:00:00Z`)),
        { stroke: 'currentColor', strokeDasharray: '2,3', ariaHidden: 'true' },
      ),
      form === 'rows' ? barX(...rowMarks(chart)) : rectY(...columnMarks(chart)),
    ],
  });
  // What its style says is in the style sheet: the policy of the page allows no other.
  for (const style of picture.querySelectorAll('style')) style.remove();
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', summary);
  for (const part of picture.children) part.setAttribute('aria-hidden', 'true');
  return picture;
}

type PictureMark = ChartPicture['marks'][number];

/** Returns the color of a mark as one of the page's. */
function fillOf({ palette }: ChartPicture): (mark: PictureMark) => string {
  return ({ color }) => `var(--chart-${String(palette?.[color] ?? color)})`;
}

const look = {
  fillOpacity: 'strength',
  title: 'title',
  ariaHidden: 'true',
};

function rowMarks(chart: ChartPicture): Parameters<typeof barX> {
  return [chart.marks, { ...spanned(chart), y: 'row', insetTop: 1, insetBottom: 1 }];
}

function columnMarks(chart: ChartPicture): Parameters<typeof rectY> {
  return [chart.marks, { ...spanned(chart), y1: 'low', y2: 'high' }];
}

/** What marks of rows and of columns share: their color, and from where to where they reach. */
function spanned(chart: ChartPicture) {
  const { across } = chart;
  return {
    ...look,
    fill: fillOf(chart),
    x1: ({ from }: PictureMark) => place(from, across),
    x2: ({ to }: PictureMark) => place(to, across),
    insetLeft: 0.5,
    render: numbered,
  };
}

/** Returns how far a picture of counts reaches. */
function highest({ marks }: ChartPicture): number {
  return Math.max(1, ...marks.map(({ to }) => Number(to)));
}

/** Returns how many ticks a time has room for, or that there is one a day: none is at an hour. */
function timeTicks({ marks, cancelled }: ChartPicture, most: number): number | 'day' {
  const days = [...marks.flatMap(({ from, to }) => [from, to]), ...cancelled].map((day) =>
    Date.parse(String(day)),
  );
  const span = (Math.max(...days) - Math.min(...days)) / 86_400_000;
  return span <= most ? 'day' : most;
}

/** Returns the height of the highest column, as a whole number. */
function tallest({ marks }: ChartPicture): number {
  return Math.max(1, Math.ceil(Math.max(0, ...marks.map(({ high }) => high))));
}

function place(value: string | number, across: ChartPicture['across']): Date | number {
  return across === 'time' ? new Date(`${String(value)}T00:00:00Z`) : Number(value);
}

/** Draws marks as they are drawn anyhow, and numbers them. */
const numbered: NonNullable<NonNullable<Parameters<typeof barX>[1]>['render']> = (
  index,
  scales,
  values,
  dimensions,
  context,
  next,
) => {
  const drawn = next?.(index, scales, values, dimensions, context) ?? null;
  for (const [at, element] of [...(drawn?.children ?? [])].entries()) {
    element.setAttribute('data-mark', String(index[at] ?? ''));
  }
  return drawn;
};

function shortName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}
