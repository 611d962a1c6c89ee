import { dayAfter } from '../text/calendar-date.ts';
import { readRecurrence, type Recurrence } from '../text/recurrence.ts';

/** What part of the days has to be on the schedule. */
const most = 0.9;
const window = 20;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Returns the RFC 5545 recurrence rule that most of the latest days follow, given as ISO dates, the earliest first; null where none does. */
export function deriveSchedule(
  dates: readonly string[],
): { readonly rule: string; readonly from: string } | null {
  const latest = [...new Set(dates)].slice(-window);
  const [from] = latest;
  if (from === undefined || latest.length < 5) return null;
  let best: { rule: string; from: string; density: number } | null = null;
  for (const rule of candidates(latest)) {
    const days = readRecurrence(rule, from);
    if (days === null) continue;
    const onDay = latest.filter((date) => days.holdsOn(date)).length;
    if (onDay < latest.length * most) continue;
    const density = onDay / meetingsOf(days, from, latest.at(-1) ?? from);
    if (best === null || density > best.density + 0.05) best = { rule, from, density };
  }
  return best !== null && best.density >= 0.5 ? best : null;
}

/** Returns rules for the days on which most meetings were, the simplest first. */
function candidates(dates: readonly string[]): readonly string[] {
  const day = mostFrequent(dates.map((date) => weekdays[dayOf(date)] ?? 'MO'));
  const ordinals = new Set(dates.map((date) => Math.ceil(Number(date.slice(8)) / 7)));
  const own = dates.filter((date) => weekdays[dayOf(date)] === day);
  const frequentOrdinals = [...ordinals]
    .filter((nth) => own.filter((date) => Math.ceil(Number(date.slice(8)) / 7) === nth).length >= 2)
    .sort((a, b) => a - b);
  return [
    `FREQ=WEEKLY;BYDAY=${day}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`,
    ...frequentOrdinals.map((nth) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
    ...(frequentOrdinals.length === 2
      ? [`FREQ=MONTHLY;BYDAY=${frequentOrdinals.map((nth) => `${nth}${day}`).join(',')}`]
      : []),
    `FREQ=MONTHLY;BYDAY=-1${day}`,
    `FREQ=WEEKLY;INTERVAL=3;BYDAY=${day}`,
    `FREQ=WEEKLY;INTERVAL=4;BYDAY=${day}`,
  ];
}

function meetingsOf(days: Recurrence, from: string, until: string): number {
  let count = 0;
  for (
    let day = days.firstFrom(from);
    day !== null && day <= until;
    day = days.firstFrom(dayAfter(day))
  )
    count++;
  return Math.max(count, 1);
}

function dayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
