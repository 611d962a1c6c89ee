import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';

/** Returns the pictures that a page has, each the name of what a journey draws. */
export function picturesOf(page: string): readonly string[] {
  return [...page.matchAll(/!\[[^\]]+\]\((?:docs\/features\/)?([\w-]+)\.png\)/g)].map(
    ([, name = '']) => name,
  );
}

/** Returns the pictures of all pages about features and of the README, each once. */
export function featurePictures(): readonly string[] {
  const pages = ['README.md', ...globSync('docs/features/*.md', { cwd: checkout })];
  const names = pages.flatMap((path) => picturesOf(readFileSync(join(checkout, path), 'utf8')));
  return [...new Set(names)].sort();
}
