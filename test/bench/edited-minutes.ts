import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { breakMinutes, dateOf, generateMinutes, redate, template } from './generate-minutes.ts';

/** The minutes and where they are edited: sound at three carets, the same anywhere, with a series, and with findings as well. */
export const kinds = ['sound', 'anywhere', 'series', 'findings'] as const;

export type Kind = (typeof kinds)[number];

/** How many of the series are near the minutes, and how long they are at most. */
const near = 60;
const longest = 30_000;

/** Returns the text of minutes of a kind. */
export function textOf(size: number, kind: Kind): string {
  const text = redate(generateMinutes(size), near);
  return kind === 'findings' ? breakMinutes(text) : text;
}

/** Returns all that the findings of minutes of a kind depend on besides them. */
export function surroundingsOf(size: number, kind: Kind): Omit<CheckInput, 'minutes'> {
  const matcher = readTemplate(template, 'weekly.md');
  const isAlone = kind === 'sound' || kind === 'anywhere';
  const numbers = isAlone ? [] : Array.from({ length: near }, (_, number) => number);
  const series = seriesOf(
    numbers.map((number) => {
      const text = redate(generateMinutes(Math.min(size, longest)), number);
      const led = kind === 'findings' && number > near / 2 ? replaceLead(text) : text;
      return indexMinutes(dateOf(number), led, `${dateOf(number)}.md`, matcher);
    }),
  );
  return {
    fileName: null,
    template: matcher,
    roster: null,
    today: dateOf(near),
    profile: 'auto',
    severities: {},
    history: isAlone ? noHistory : { ...noHistory, series },
  };
}

/** Returns minutes whose first team has another lead. */
function replaceLead(text: string): string {
  return text.replace(/^(### .+) - .+$/m, '$1 - Zoe Vale');
}
