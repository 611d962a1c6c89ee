import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { defaultDateFormat, isKnownPlaceholder, placeholdersIn } from './placeholder.ts';
import type { Template } from './template.ts';
import { skeletonDate } from './text-pattern.ts';

/** A placeholder, or a date of a skeleton, that is still to be filled in. */
export interface UnfilledPlace {
  readonly range: OffsetRange;
  readonly text: string;
  /** Format of what belongs there, where that is the meeting's date. */
  readonly dateFormat: string | null;
}

/** Returns whether a whole text is one of those that count as not filled in. */
export function isUnfilledText(text: string, { options }: Template): boolean {
  return options.unfilled.includes(normalizeText(text));
}

/** Returns whether a heading or cell still holds a placeholder or the date of a skeleton. */
export function holdsUnfilled(text: string, template: Template): boolean {
  return unfilledPlaces(text, template).length > 0;
}

/** Returns the placeholders and dates of skeletons that a text holds, in order. */
export function unfilledPlaces(text: string, template: Template): readonly UnfilledPlace[] {
  if (!/\{|MM-DD/.test(text)) return [];
  const placeholders = unfilledPlaceholders(text, template);
  const skeletonDates = [...text.matchAll(skeletonDate)].map((match): UnfilledPlace => {
    const range = { start: match.index, end: match.index + match[0].length };
    const dateFormat = match[0].startsWith('MM') ? 'MM-DD-YYYY' : defaultDateFormat;
    return { range, text: match[0], dateFormat };
  });
  return [...placeholders, ...skeletonDates].sort((a, b) => a.range.start - b.range.start);
}

/** Returns the placeholders of the template's language that a text holds. */
export function unfilledPlaceholders(
  text: string,
  { options }: Template,
): readonly UnfilledPlace[] {
  return placeholdersIn(text)
    .filter(({ placeholder }) => isKnownPlaceholder(placeholder, options.placeholders))
    .map(({ placeholder: { name, format }, start, end }) => ({
      range: { start, end },
      text: text.slice(start, end),
      dateFormat: dateFormatOf(name, format),
    }));
}

function dateFormatOf(name: string, format: string | null): string | null {
  if (name === 'date') return format ?? defaultDateFormat;
  return name === 'weekday' ? 'dddd' : null;
}
