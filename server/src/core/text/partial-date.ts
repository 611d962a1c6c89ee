/** What a text says of a date; null for what it leaves open. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Returns whether the calendar has such a date; every fourth year has the 29th of February where the year is open. */
export function isReal({ year, month, day }: PartialDate): boolean {
  if (year !== null && (year < 100 || year > 9999)) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  return day === null || (day >= 1 && day <= lastDay(year ?? 2000, month ?? 1));
}

/** Returns the ISO date, or the ISO month or year where the rest is open; null where the year is. */
export function isoOf({ year, month, day }: PartialDate): string | null {
  if (year === null) return null;
  const parts = [year, month, ...(month === null ? [] : [day])].filter((part) => part !== null);
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** Returns what an ISO date, month or year says. */
export function partsOf(iso: string): PartialDate {
  const [year, month, day] = iso.split('-').map(Number);
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

/** Returns the first day, ISO, of an ISO date, month or year. */
export function firstDayOf(iso: string): string {
  const { year, month, day } = partsOf(iso);
  return isoOf({ year, month: month ?? 1, day: day ?? 1 }) ?? iso;
}

/** Returns the last day, ISO, of an ISO date, month or year. */
export function lastDayOf(iso: string): string {
  const { year, month, day } = partsOf(iso);
  const last = month ?? 12;
  return isoOf({ year, month: last, day: day ?? lastDay(year ?? 2000, last) }) ?? iso;
}

/** Returns whether a text is an ISO date, not only a month or a year. */
export function isWholeDay(iso: string): boolean {
  return iso.length === 'YYYY-MM-DD'.length;
}

/** Returns whether two dates say the same where both say something. */
export function agree(a: PartialDate, b: PartialDate): boolean {
  const same = (left: number | null, right: number | null): boolean =>
    left === null || right === null || left === right;
  return same(a.year, b.year) && same(a.month, b.month) && same(a.day, b.day);
}

/** Returns what two dates say together; where both say something, the first is right. */
export function addUp(a: PartialDate, b: PartialDate): PartialDate {
  return { year: a.year ?? b.year, month: a.month ?? b.month, day: a.day ?? b.day };
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
