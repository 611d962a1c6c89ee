import { formatDate } from '../../server/src/core/text/calendar-date.ts';
import { ownValues } from './outline-model.ts';
import { addresses, people, values } from './outline-words.ts';
import { pick, type Random } from './random.ts';

/** The meeting that generated minutes are of. */
export interface Meeting {
  /** ISO date. */
  readonly date: string;
  readonly locale: 'en' | 'de';
  readonly random: Random;
}

/** Returns a text of a template with values of its placeholders. */
export function fillPlaceholders(text: string, meeting: Meeting): string {
  const { random } = meeting;
  const withOptional = text
    .replace(/ \(\{text\?\}\)/, () => (random() < 0.5 ? '' : ` (${pick(values, random)})`))
    .replace(/, \{person\?\}/, () => (random() < 0.5 ? '' : `, ${pick(people, random)}`));
  return withOptional.replace(/\{(\w+)\??(?::([^}]*))?\}/g, (_, name: string, format?: string) =>
    valueOf(name, format ?? 'YYYY-MM-DD', meeting),
  );
}

function valueOf(name: string, format: string, { date, locale, random }: Meeting): string {
  switch (name) {
    case 'date':
      return formatDate(date, format, locale);
    case 'day':
      return formatDate(pick(otherDays, random), format, locale);
    case 'weekday':
      return formatDate(date, 'dddd', locale);
    case 'number':
      return String(1 + Math.floor(random() * 90));
    case 'person':
      return pick(people, random);
    case 'url':
      return pick(addresses, random);
    case 'room':
      return pick(ownValues, random);
    case 'ticket':
      return `OPS-${String(1 + Math.floor(random() * 500))}`;
    default:
      return pick(values, random);
  }
}

const otherDays = ['2018-07-03', '2020-02-29', '2019-12-31'];
