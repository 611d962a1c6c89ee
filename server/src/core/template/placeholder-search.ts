import { RE2JS } from 're2js';
import {
  isDate,
  placeholderExpression,
  type DateLeniency,
  type Placeholder,
  type PlaceholderContext,
} from './placeholder.ts';
import { once, cachedByText } from '../text/cached.ts';
import type { Capture } from './text-pattern.ts';

/** Finds what a placeholder stands for within a longer text. */
export interface Search {
  readonly placeholder: Placeholder;
  /** Returns the first text that the placeholder may stand for; null where there is none. The result is cached. */
  readonly find: (text: string) => Capture | null;
  /** The same, where it is at the text's start alone. */
  readonly findAtStart: (text: string) => Capture | null;
}

/** Returns the search for a placeholder whose values have a form; null for one that any text will do for. */
export function createSearch(placeholder: Placeholder, context: PlaceholderContext): Search | null {
  if (!hasForm(placeholder.name, context)) return null;
  const leniencies: readonly DateLeniency[] = isDate(placeholder.name) ? ['own', 'other'] : ['own'];
  const after = isDate(placeholder.name) ? `(?:${end}|T\\d)` : `(?:${end})`;
  const searchFrom = (before: string): Search['find'] => {
    const searches = once(() =>
      leniencies.map((leniency) => {
        const expression = placeholderExpression(placeholder, context, leniency);
        return RE2JS.compile(`${before}(${expression})${after}`, RE2JS.CASE_INSENSITIVE);
      }),
    );
    return cachedByText((text) => {
      for (const search of searches()) {
        const matcher = search.matcher(text);
        if (matcher.find()) {
          return { placeholder, text: matcher.group(1) ?? '', start: matcher.start(1) };
        }
      }
      return null;
    });
  };
  return {
    placeholder,
    find: searchFrom('(?:^|[^\\p{L}\\p{N}])'),
    findAtStart: searchFrom('^[*_]*'),
  };
}

const end = '$|[^\\p{L}\\p{N}]';

/** Names, leads and other free texts have none. */
function hasForm(name: string, { own }: PlaceholderContext): boolean {
  if (Object.hasOwn(own, name)) {
    const placeholder = own[name];
    return placeholder?.pattern !== null || placeholder.values !== null;
  }
  return isDate(name) || ['number', 'status', 'url', 'weekday'].includes(name);
}
