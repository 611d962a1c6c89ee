import { dirname } from 'node:path';

/** Returns a folder with all that it lies in, the innermost first. */
export function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
