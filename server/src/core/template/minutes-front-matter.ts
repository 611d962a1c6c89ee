import { stringify } from 'yaml';
import { isRecord } from '../text/is-record.ts';
import type { FrontMatterKey } from './front-matter-key.ts';
import type { FrontMatter } from './front-matter.ts';
import type { PlaceholderContext } from './placeholder.ts';
import { fillPlaceholders } from './section-text.ts';
import { createPattern } from './text-pattern.ts';

/** Returns the keys that a template asks of the front matter of minutes; a key that ends with `?` may be absent. */
export function readFrontMatterKeys(
  value: unknown,
  context: PlaceholderContext,
): readonly FrontMatterKey[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([name, own]): FrontMatterKey => {
    const pattern = typeof own === 'string' ? createPattern(own, context) : null;
    return {
      key: name.replace(/\?$/, ''),
      optional: name.endsWith('?'),
      pattern: pattern !== null && pattern.literal === null ? pattern : null,
      value: own,
    };
  });
}

/** Returns the line of a key as new minutes have it, with the meeting’s date, an ISO date or month, as far as it is known. */
export function frontMatterLine(
  { key, value }: FrontMatterKey,
  statedDate: string | null,
  context: PlaceholderContext,
): string {
  const filled = typeof value === 'string' ? fillPlaceholders(value, statedDate, context) : value;
  return stringify({ [key]: filled }).trimEnd();
}

/** Returns whether front matter is that of minutes: without the language’s version, and with a key that isn’t the language’s. */
export function isOfMinutes(
  { values }: Pick<FrontMatter, 'values'>,
  known: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(values);
  return !keys.includes('minutes-template') && keys.some((key) => !Object.hasOwn(known, key));
}
