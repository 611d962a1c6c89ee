import * as l10n from '@vscode/l10n';
import type { IndexedMinutes } from '../../meetings/indexed-minutes.ts';
import { joinItems } from '../../meetings/roadmap-items.ts';
import { daysBetween } from '../../text/days-between.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { dayAfter } from '../../text/calendar-date.ts';
import { mostMarks, mostRows, tableOf, type Chart } from './chart.ts';

/** A time in which an item of the roadmap was under one horizon. */
interface HorizonSpan {
  readonly item: string;
  readonly horizon: string;
  /** ISO dates of the first and the last meeting. */
  readonly from: string;
  readonly until: string;
  readonly firstId: string;
}

/** Returns what was under which horizon of the roadmap, and how long. */
export function roadmapChart(meetings: readonly IndexedMinutes[]): Chart {
  const spans = horizonSpans(meetings);
  const items = [...new Set(spans.toReversed().map(({ item }) => item))];
  const rows = items.slice(0, mostRows);
  const horizons = [...new Set(spans.map(({ horizon }) => horizon))];
  const legend = horizons.slice(0, 8);
  return {
    id: 'roadmap',
    title: l10n.t('Roadmap'),
    summary:
      rows.length < items.length
        ? l10n.t(
            'Under which horizon each item was, and how long. Items: the last {0} of {1}.',
            rows.length,
            items.length,
          )
        : l10n.t('Under which horizon each item was, and how long. Items: {0}.', items.length),
    form: 'rows',
    across: 'time',
    rows,
    legend,
    palette: null,
    marks: spans
      .filter(({ item }) => rows.includes(item))
      .slice(-mostMarks)
      .map(({ item, horizon, from, until, firstId }) => ({
        from,
        to: dayAfter(until),
        row: item,
        low: 0,
        high: 0,
        color: Math.max(0, legend.indexOf(horizon)),
        strength: 0.8,
        title: l10n.t('{0}: {1}, {2} to {3}', item, horizon, from, until),
        target: { id: firstId, offset: 0 },
      })),
    cancelled: [],
    table: tableOf(
      [l10n.t('Item'), l10n.t('Horizon'), l10n.t('From'), l10n.t('Until'), l10n.t('Days')],
      spans
        .toReversed()
        .map(({ item, horizon, from, until, firstId }) => [
          item,
          horizon,
          { text: from, target: { id: firstId, offset: 0 } },
          until,
          daysBetween(from, until) + 1,
        ]),
    ),
  };
}

/** Follows items by their words through the roadmaps, given the earliest first. */
function horizonSpans(meetings: readonly IndexedMinutes[]): readonly HorizonSpan[] {
  const spans: HorizonSpan[] = [];
  let open = new Map<string, number>();
  for (const { date, roadmap, id, cancelled } of meetings) {
    if (date === null || cancelled || roadmap.length === 0) continue;
    const now = new Map<string, number>();
    for (const { horizon: written, text } of joinItems(roadmap)) {
      const horizon = plain(written);
      const item = plain(text);
      const key = `${normalizeText(horizon)}\n${normalizeText(item)}`;
      const index = open.get(key);
      const span = index === undefined ? undefined : spans[index];
      if (span !== undefined && index !== undefined) {
        spans[index] = { ...span, until: date };
        now.set(key, index);
      } else {
        now.set(key, spans.length);
        spans.push({ item, horizon, from: date, until: date, firstId: id });
      }
    }
    open = now;
  }
  return spans;
}

/** Returns the text of a cell without marks and the marker of a list. */
function plain(cell: string): string {
  const text = cell
    .replace(/^[-*+]\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]/g, '')
    .trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
