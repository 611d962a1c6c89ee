import * as l10n from '@vscode/l10n';
import { formatDate } from '../text/calendar-date.ts';
import { english } from '../text/date-names.ts';
import { readRecurrence, type Recurrence } from '../text/recurrence.ts';
import type { OutlineContext, OutlineRule } from './rule.ts';
import { datePlace } from './shared/date-place.ts';

/** Finds minutes of a day on which the group doesn't meet. */
export const offSchedule: OutlineRule = {
  id: 'off-schedule',
  summary: 'The group doesn’t meet on this day',
  severity: 'hint',
  yieldsTo: ['invalid-date', 'date-mismatch'],
  whenCancelled: true,
  docs: {
    finds: `
The date of the minutes is not one of the days in the template’s \`schedule\`.
`,
    why: `
A meeting that was moved is not a mistake, but a mistyped date is, and both look the same.
`,
    repair: `
There is no automatic fix: only people know on which day they met.
`,
    options: `
The schedule is an RFC 5545 recurrence rule.
It counts from \`from\`, else from the first minutes of the series:

~~~yaml
from: 2018-01-09
schedule: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
~~~
`,
    examples: `
~~~template.md
---
from: "2018-01-09"
schedule: FREQ=WEEKLY;BYDAY=TU
---

# Weekly {date}
~~~

~~~2018-06-27.md
# Weekly 2018-06-27
         ^^^^^^^^^^ off-schedule: “template” doesn’t meet on Wednesday, 2018-06-27; scheduled nearby: 2018-06-26, 2018-07-03
~~~
`,
  },
  fixes: [],
  checkOutline: (context) => {
    const { date, statedDate, template } = context;
    const days = date === null || date !== statedDate ? null : recurrenceOf(context, date);
    if (date === null || days === null) return [];
    if (days.holdsOn(date) && !template.options.except.includes(date)) return [];
    const nearest = [days.lastBefore(date), days.firstFrom(date)].filter((day) => day !== null);
    const day = `${formatDate(date, 'dddd', english)}, ${date}`;
    return [
      {
        message:
          nearest.length === 0
            ? l10n.t('“{0}” doesn’t meet on {1}', template.name, day)
            : l10n.t(
                '“{0}” doesn’t meet on {1}; scheduled nearby: {2}',
                template.name,
                day,
                nearest.join(', '),
              ),
        range: datePlace,
      },
    ];
  },
};

/** A rule that names its days and leaves out none of them is the same from any day on. */
const needsNoStart = /^(?!.*(?:INTERVAL|COUNT)=)(?=.*BY(?:DAY|MONTHDAY|YEARDAY)=)/i;

/** Returns the days of the schedule as a date needs them; a schedule whose template has no first day counts from the first minutes. */
export function recurrenceOf(
  { template, history }: OutlineContext,
  date: string,
): Recurrence | null {
  const { schedule, from } = template.options;
  if (schedule === null) return null;
  if (from === null && needsNoStart.test(schedule)) {
    return readRecurrence(schedule, yearBefore(date));
  }
  const { began } = history;
  return readRecurrence(schedule, from ?? (began !== null && began < date ? began : date));
}

function yearBefore(date: string): string {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}-01-01`;
}
