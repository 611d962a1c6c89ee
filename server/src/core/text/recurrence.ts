import { RRuleTemporal } from 'rrule-temporal';

/** The days on which something recurs. */
export interface Recurrence {
  /** Returns whether an ISO date is one of the days. */
  holdsOn(date: string): boolean;
  /** Returns the first of the days on or after an ISO date; null where there is none. */
  firstFrom(date: string): string | null;
  /** Returns the last of the days before an ISO date; null where there is none. */
  lastBefore(date: string): string | null;
}

/** The most steps that are looked ahead; a rule without any day ends after some years. */
const frequency = /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/i;
const maximumIterations = 5000;

/**
 * Returns the days of an RFC 5545 recurrence rule, such as `FREQ=WEEKLY;BYDAY=TU`, from an ISO date on.
 * Null where the rule can't be read, recurs within a day, or has no day.
 */
export function readRecurrence(rule: string, anchor: string): Recurrence | null {
  const rules = createRules(rule, anchor);
  if (rules === null) return null;
  const firstFrom = (date: string): string | null =>
    isoDateOf(rules.next(utcDay(date < anchor ? anchor : date), true));
  return {
    firstFrom,
    holdsOn: (date) => date >= anchor && firstFrom(date) === date,
    lastBefore: (date) => isoDateOf(rules.previous(utcDay(date))),
  };
}

function createRules(rule: string, anchor: string): RRuleTemporal | null {
  const recurrence = rule.trim().replace(/^RRULE:/i, '');
  if (!frequency.test(recurrence) || /[\r\n]/.test(recurrence)) return null;
  try {
    const rules = new RRuleTemporal({
      rruleString: `DTSTART;VALUE=DATE:${anchor.replaceAll('-', '')}\nRRULE:${recurrence}`,
      maxIterations: maximumIterations,
    });
    return rules.next(utcDay(anchor), true) === null ? null : rules;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function utcDay(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function isoDateOf(day: { toString(): string } | null): string | null {
  return day === null ? null : day.toString().slice(0, 'YYYY-MM-DD'.length);
}
