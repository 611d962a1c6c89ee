import type { TemplateSource } from '../core/claims/choose-template.ts';
import { datedSource } from '../core/claims/choose-template.ts';
import { minutesDate } from '../core/matching/minutes-date.ts';
import type { KnownMinutes } from '../core/scaffolding/new-minutes.ts';
import { decodeText } from './decode-text.ts';
import type { IgnoreSources } from './ignored-files.ts';
import { findDocuments, searchOf } from './find-documents.ts';

/** The minutes that a template claims by their paths. */
export interface SeriesBelow {
  readonly minutes: readonly KnownMinutes[];
  /** Returns the text of minutes; null where they can't be read. */
  textOf(minutes: Pick<KnownMinutes, 'path'>): string | null;
}

/** Returns the minutes below a template's folder that its globs claim and that are in its era. */
export function seriesBelow(
  { template }: TemplateSource,
  root: string,
  sources: IgnoreSources,
): SeriesBelow {
  const { files } = sources;
  const { from, until } = template.options;
  const textOf = ({ path }: Pick<KnownMinutes, 'path'>): string | null => {
    const read = files.read(`${root}/${path}`);
    const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
    return 'text' in decoded ? decoded.text : null;
  };
  const { documents } = findDocuments([root], searchOf({}, sources));
  const minutes = documents.flatMap(({ location }): KnownMinutes[] => {
    const path = location?.startsWith(`${root}/`) === true ? location.slice(root.length + 1) : null;
    if (path === null || template.claim(path) === null) return [];
    const dated = datedSource(() => textOf({ path }) ?? '');
    const date = minutesDate(template, path, dated);
    const isInEra = date === null || ((from ?? date) <= date && date <= (until ?? date));
    return isInEra ? [{ path, date }] : [];
  });
  return { minutes, textOf };
}
