import { isMap, isScalar, parseDocument } from 'yaml';
import { findFrontMatter } from '../markdown/front-matter-place.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { cachedByObject } from '../text/cached.ts';

/** A key of the front matter of minutes. */
export interface WrittenKey {
  readonly key: string;
  /** A scalar’s text; null for lists and mappings. */
  readonly text: string | null;
  readonly range: OffsetRange;
}

/** The front matter of minutes. */
export interface WrittenFrontMatter {
  readonly keys: readonly WrittenKey[];
  /** Where another key goes: the start of the closing fence. */
  readonly end: number;
}

/** Returns the YAML front matter of minutes; null where there is none, or it can't be read. The result is cached. */
export function readWrittenFrontMatter(minutes: Minutes): WrittenFrontMatter | null {
  return read(minutes).found;
}

const read = cachedByObject((minutes: Minutes) => ({ found: parse(minutes) }));

function parse({ text }: Minutes): WrittenFrontMatter | null {
  const place = findFrontMatter(text);
  if (place === null) return null;
  const { start, end } = place.content;
  const document = parseDocument(text.slice(start, end), {
    version: '1.2',
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return null;
  const { contents } = document;
  if (contents === null) return { keys: [], end };
  if (!isMap(contents)) return null;
  const keys = contents.items.flatMap(({ key, value }): WrittenKey[] => {
    if (!isScalar(key)) return [];
    const place = isScalar(value) ? value.range : key.range;
    return [
      {
        key: String(key.value),
        text: isScalar(value) ? textOf(value.value) : null,
        range: { start: start + place[0], end: start + place[1] },
      },
    ];
  });
  return { keys, end };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
