import * as l10n from '@vscode/l10n';
import { escapeExpression } from '../text/escape-expression.ts';
import { dateExpression, isDateFormat } from '../text/calendar-date.ts';

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
}

/** A placeholder as it stands in a text: `{name}`, `{name?}`, `{date:FORMAT}`. */
export interface Placeholder {
  readonly name: string;
  readonly format: string | null;
  readonly optional: boolean;
}

export const defaultStatuses: readonly string[] = ['incubating', 'proposed incubating'];
export const defaultDateFormat = 'YYYY-MM-DD';

const someText = '\\S(?:.*?\\S)?';
const weekdays = 'Mon|Tues|Wednes|Thurs|Fri|Satur|Sun';

const builtIn: Readonly<Record<string, { expression: string; description: () => string }>> = {
  date: { expression: '', description: () => l10n.t('The day of the meeting.') },
  weekday: {
    expression: `(?:${weekdays})day`,
    description: () => l10n.t('The weekday of the meeting.'),
  },
  team: { expression: someText, description: () => l10n.t('The name of a team.') },
  status: { expression: '', description: () => l10n.t('The status of a team.') },
  lead: {
    expression: someText,
    description: () => l10n.t('Who leads the team; separate several with “/”.'),
  },
  release: { expression: someText, description: () => l10n.t('A release of the team.') },
  person: { expression: someText, description: () => l10n.t('The name of a person.') },
  number: { expression: '[0-9]+', description: () => l10n.t('A whole number.') },
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

/** Tells whether the placeholder has a meaning in the context. */
export function isKnownPlaceholder(placeholder: Placeholder, context: PlaceholderContext): boolean {
  return (
    Object.hasOwn(context.own, placeholder.name) ||
    (Object.hasOwn(builtIn, placeholder.name) && hasValidFormat(placeholder))
  );
}

function hasValidFormat({ name, format }: Placeholder): boolean {
  return format === null || (name === 'date' && isDateFormat(format));
}

/** Returns the regular expression for what a placeholder stands for. */
export function placeholderExpression(
  placeholder: Placeholder,
  context: PlaceholderContext,
): string {
  const own = Object.hasOwn(context.own, placeholder.name) ? context.own[placeholder.name] : null;
  if (own?.values) return alternatives(own.values);
  if (own?.pattern) return `(?:${withoutCaptures(own.pattern)})`;
  if (own) return someText;
  if (placeholder.name === 'date') return dateExpression(placeholder.format ?? defaultDateFormat);
  if (placeholder.name === 'status') return alternatives(context.statuses);
  return Object.hasOwn(builtIn, placeholder.name)
    ? (builtIn[placeholder.name]?.expression ?? someText)
    : someText;
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
