import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns what reads the files that a built program brings along, in the folder `site` beside it. */
export function createAssets(program: string | undefined): (name: string) => string {
  const folder = join(dirname(program ?? '.'), 'site');
  return (name) => readFileSync(join(folder, name), 'utf8');
}
