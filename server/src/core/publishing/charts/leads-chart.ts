import * as l10n from '@vscode/l10n';
import type { IndexedMinutes } from '../../meetings/indexed-minutes.ts';
import { rosterOverTime, type RosterSpan } from '../../meetings/roster-over-time.ts';
import { seriesOf } from '../../meetings/series.ts';
import { dayAfter } from '../../text/calendar-date.ts';
import { mostMarks, mostRows, tableOf, type Chart, type Target } from './chart.ts';

/** Returns who led which team from when until when. */
export function leadsChart(meetings: readonly IndexedMinutes[]): Chart {
  const spans = mergeLeads(rosterOverTime(seriesOf(meetings)));
  const rows = [...new Set(spans.map(({ team }) => team))].slice(0, mostRows);
  const latest = latestOf(spans.filter(({ team }) => rows.includes(team)));
  const shown = spans.filter((span) => latest.has(span));
  const order = new Map<string, number>();
  const firstOn = new Map(meetings.map((minutes) => [minutes.date, minutes]));
  const targetOf = ({ team, from }: RosterSpan): Target | null => {
    const minutes = firstOn.get(from);
    const own = minutes?.teams.find(({ heading }) => heading.team === team);
    return minutes === undefined ? null : { id: minutes.id, offset: own?.range.start ?? 0 };
  };
  return {
    id: 'leads',
    title: l10n.t('Leads'),
    summary: l10n.t('Who led which team from when until when. Teams: {0}.', rows.length),
    form: 'rows',
    across: 'time',
    rows,
    legend: [],
    palette: null,
    marks: shown.map((span) => {
      const { team, from, until } = span;
      const before = order.get(team) ?? 0;
      order.set(team, before + 1);
      return {
        from,
        to: dayAfter(until),
        row: team,
        low: 0,
        high: 0,
        color: before % 2,
        strength: span.leads.length === 0 ? 0.25 : 0.8,
        title: l10n.t('{0}: {1}, {2} to {3}', team, namesOf(span), from, until),
        target: targetOf(span),
      };
    }),
    cancelled: [],
    table: tableOf(
      [l10n.t('Team'), l10n.t('Lead'), l10n.t('From'), l10n.t('Until'), l10n.t('Meetings')],
      spans.map((span) => [
        span.team,
        namesOf(span),
        { text: span.from, target: targetOf(span) },
        span.until,
        span.meetings,
      ]),
    ),
  };
}

/** Returns as many of the spans as a picture has room for, the latest ones. */
function latestOf(spans: readonly RosterSpan[]): ReadonlySet<RosterSpan> {
  return new Set(spans.toSorted((a, b) => (a.until < b.until ? 1 : -1)).slice(0, mostMarks));
}

function namesOf({ leads, vacant }: RosterSpan): string {
  return leads.length > 0 ? leads.join('/') : vacant ? l10n.t('vacant') : '–';
}

/** Joins neighboring spans of a team that differ in the status alone. */
function mergeLeads(spans: readonly RosterSpan[]): readonly RosterSpan[] {
  const merged: RosterSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last?.team === span.team && namesOf(last) === namesOf(span)) {
      const meetings = last.meetings + span.meetings;
      merged[merged.length - 1] = { ...last, until: span.until, meetings };
    } else merged.push(span);
  }
  return merged;
}
