import { isMap, isScalar, parseDocument } from 'yaml';
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

/** Returns the YAML front matter of minutes; null where there is none that can be read. Remembers it. */
export function readWrittenFrontMatter(minutes: Minutes): WrittenFrontMatter | null {
  return read(minutes).found;
}

const read = cachedByObject((minutes: Minutes) => ({ found: parse(minutes) }));

function parse({ text, frontMatter }: Minutes): WrittenFrontMatter | null {
  if (frontMatter === null) return null;
  const source = text.slice(frontMatter.start, frontMatter.end);
  const opening = /^---[ \t]*(?:\r\n|\r|\n)/.exec(source)?.[0].length ?? 0;
  const closing = source.lastIndexOf('---');
  const start = frontMatter.start + opening;
  const document = parseDocument(source.slice(opening, Math.max(opening, closing)), {
    version: '1.2',
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return null;
  const end = frontMatter.start + Math.max(opening, closing);
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
