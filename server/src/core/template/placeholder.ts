import * as l10n from '@vscode/l10n';
import { dateExpression, isDateFormat, weekdayNames, nameExpression } from '../text/date-format.ts';
import { escapeExpression } from '../text/escape-expression.ts';
import { otherDateExpression } from '../text/other-dates.ts';

/** A placeholder of a group's own, from the front matter's `placeholders`. */
export interface OwnPlaceholder {
  /** Regular expression for what it stands for, run on a linear-time engine. */
  readonly pattern: string | null;
  /** Allowed values; null where the pattern says. */
  readonly values: readonly string[] | null;
  readonly description: string | null;
}

/** What placeholders mean in one template. */
export interface PlaceholderContext {
  readonly own: Readonly<Record<string, OwnPlaceholder>>;
  readonly statuses: readonly string[];
  /** BCP 47 tag of the language in which months and weekdays are written; English ones are read in any. */
  readonly locale: string;
}

/** How far from its format a date may be written: `exact` to the letter where that is quick, `other` in any form. */
export type DateLeniency = 'exact' | 'own' | 'other';

/** A placeholder as it is in a text: `{name}`, `{name?}`, `{date:FORMAT}`. */
export interface Placeholder {
  readonly name: string;
  readonly format: string | null;
  readonly optional: boolean;
}

export const defaultStatuses: readonly string[] = ['incubating', 'proposed incubating'];
export const defaultDateFormat = 'YYYY-MM-DD';

const someText = '\\S(?:.*?\\S)?';
const address = '(?:https?|ftp|mailto|git|ssh):[^\\s<>()]+';
const url = `(?:${address}|<[^<>\\s]+>|\\[.*?\\]\\([^()\\s]*(?:\\s[^()]*)?\\))`;

const builtIn: Readonly<Record<string, { expression: string; description: () => string }>> = {
  date: { expression: '', description: () => l10n.t('The day of the meeting.') },
  day: { expression: '', description: () => l10n.t('A day that need not be the meeting’s.') },
  weekday: { expression: '', description: () => l10n.t('The weekday of the meeting.') },
  team: { expression: someText, description: () => l10n.t('The name of a team.') },
  status: { expression: '', description: () => l10n.t('The status of a team.') },
  lead: {
    expression: someText,
    description: () => l10n.t('Who leads the team; separate several with “/”.'),
  },
  release: { expression: someText, description: () => l10n.t('A release of the team.') },
  person: { expression: someText, description: () => l10n.t('The name of a person.') },
  number: { expression: '[0-9]+', description: () => l10n.t('A whole number.') },
  for: { expression: '[0-9]+', description: () => l10n.t('How many voted for it.') },
  against: { expression: '[0-9]+', description: () => l10n.t('How many voted against it.') },
  abstain: { expression: '[0-9]+', description: () => l10n.t('How many abstained.') },
  url: {
    expression: url,
    description: () => l10n.t('An address: bare, in angle brackets, or a link.'),
  },
  text: { expression: someText, description: () => l10n.t('Any text.') },
};

/** The names of all built-in placeholders. */
export const builtInPlaceholders: readonly string[] = Object.keys(builtIn);

const placeholderSyntax = /\{([A-Za-z][\w-]*)(\?)?(?::([^{}]+))?(\?)?\}/g;

/** Returns the placeholders of a text with the ranges that they take in it. */
export function placeholdersIn(
  text: string,
): { placeholder: Placeholder; start: number; end: number }[] {
  return [...text.matchAll(placeholderSyntax)].map((match) => ({
    placeholder: {
      name: match[1] ?? '',
      format: match[3] ?? null,
      optional: match[2] === '?' || match[4] === '?',
    },
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Returns whether the placeholder has a meaning in the context. */
export function isKnownPlaceholder(placeholder: Placeholder, context: PlaceholderContext): boolean {
  return (
    Object.hasOwn(context.own, placeholder.name) ||
    (Object.hasOwn(builtIn, placeholder.name) && hasValidFormat(placeholder))
  );
}

function hasValidFormat({ name, format }: Placeholder): boolean {
  return format === null || (isDate(name) && isDateFormat(format));
}

/** Returns whether a placeholder of a name stands for a day: the meeting's `date`, or another `day`. */
export function isDate(name: string): boolean {
  return name === 'date' || name === 'day';
}

/** Returns the regular expression for what a placeholder stands for. */
export function placeholderExpression(
  placeholder: Placeholder,
  context: PlaceholderContext,
  leniency: DateLeniency = 'own',
): string {
  const own = Object.hasOwn(context.own, placeholder.name) ? context.own[placeholder.name] : null;
  if (own?.values) return alternatives(own.values);
  if (own?.pattern) return `(?:${withoutCaptures(own.pattern)})`;
  if (own) return someText;
  if (isDate(placeholder.name)) {
    return dateForms(placeholder.format ?? defaultDateFormat, context.locale, leniency);
  }
  if (placeholder.name === 'weekday') return weekdayForms(context.locale);
  if (placeholder.name === 'status') return alternatives(context.statuses);
  return Object.hasOwn(builtIn, placeholder.name)
    ? (builtIn[placeholder.name]?.expression ?? someText)
    : someText;
}

function dateForms(format: string, locale: string, leniency: DateLeniency): string {
  if (leniency === 'exact' && format === defaultDateFormat) return '[0-9]{4}-[0-9]{2}-[0-9]{2}';
  const own = dateExpression(format, locale, (inner) => inner);
  return leniency === 'other' ? `(?:${own}|${otherDateExpression(format, locale)})` : own;
}

function weekdayForms(locale: string): string {
  return `(?:${nameExpression(weekdayNames(locale))}\\.?)`;
}

/** Returns whether a placeholder stands for one of a few values. */
export function isClosedList({ name }: Placeholder, { own }: PlaceholderContext): boolean {
  return Object.hasOwn(own, name) ? Array.isArray(own[name]?.values) : name === 'status';
}

/** Returns what a placeholder expects, in one sentence. */
export function describePlaceholder(placeholder: Placeholder, context: PlaceholderContext): string {
  const own = Object.hasOwn(context.own, placeholder.name) ? context.own[placeholder.name] : null;
  if (own) {
    const values = own.values === null ? '' : l10n.t('One of {0}.', own.values.join(', '));
    return own.description ?? (values || l10n.t('A text that matches the template’s own pattern.'));
  }
  if (placeholder.name === 'date') {
    return l10n.t('The day of the meeting as {0}.', placeholder.format ?? defaultDateFormat);
  }
  if (placeholder.name === 'day' && placeholder.format !== null) {
    return l10n.t('A day as {0}; it need not be the meeting’s.', placeholder.format);
  }
  if (placeholder.name === 'status') return l10n.t('One of {0}.', context.statuses.join(', '));
  return Object.hasOwn(builtIn, placeholder.name)
    ? (builtIn[placeholder.name]?.description() ?? '')
    : '';
}

/** Makes every capturing group of a pattern one that only groups. */
function withoutCaptures(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?P?<\w+>/g, (found) =>
    found.startsWith('(') ? '(?:' : found,
  );
}

function alternatives(values: readonly string[]): string {
  return `(?:${[...values]
    .sort((a, b) => b.length - a.length)
    .map(escapeExpression)
    .join('|')})`;
}
