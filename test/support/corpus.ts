import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkout } from '../../tools/checkout.ts';

/** The absolute path of the corpus, where it is. */
export const corpusFolder = resolve(checkout, '../shared/corpus');
const folder = corpusFolder;

/** Says why tests on real minutes are skipped, or false where the corpus lies beside the checkout. */
export const corpusIsAbsent: string | false = existsSync(folder)
  ? false
  : 'skipped: the corpus of real minutes is not beside this checkout';

/** Returns the texts of the corpus's Markdown files, or of a folder of it, in the order of their paths. */
export function corpusTexts(below = '.'): readonly string[] {
  return globSync(`${below}/**/*.md`, { cwd: folder })
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
