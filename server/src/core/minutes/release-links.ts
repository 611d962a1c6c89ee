import { escapeExpression } from '../text/escape-expression.ts';
import { detachedCopy } from '../text/detached-copy.ts';

/** A link whose address and text have the same version. */
export interface ReleaseLink {
  readonly text: string;
  readonly url: string;
  readonly version: string;
}

/** Returns the links to releases that a text holds, the last first, and of those that differ in the version alone the last. */
export function releaseLinksIn(text: string): readonly ReleaseLink[] {
  if (!text.includes('](http')) return [];
  const links = [...text.matchAll(/\[([^[\]\n]+)\]\((https?:\/\/[^()\s]+)\)/g)].flatMap(
    ([, name = '', url = '']): ReleaseLink[] => {
      const version = /\d+(?:\.\d+)*/.exec(name)?.[0];
      const isTold =
        version !== undefined && new RegExp(`\\D${escapeExpression(version)}(?!\\d)`).test(url);
      return isTold
        ? [{ text: detachedCopy(name), url: detachedCopy(url), version: detachedCopy(version) }]
        : [];
    },
  );
  return onePerPattern(links.reverse());
}

/** Returns the first of links that differ in only the version. */
export function onePerPattern(links: readonly ReleaseLink[]): readonly ReleaseLink[] {
  const first = new Map<string, ReleaseLink>();
  for (const link of links) {
    const pattern = [link.text, link.url].map((part) => part.replace(link.version, '')).join(' ');
    if (!first.has(pattern)) first.set(pattern, link);
  }
  return [...first.values()];
}
