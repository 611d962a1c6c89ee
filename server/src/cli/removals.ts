import { dirname, relative } from 'node:path';
import { readRemovals, removalsFile } from '../core/meetings/removals-file.ts';
import type { Removal } from '../core/meetings/removal.ts';
import { cachedByText } from '../core/text/cached.ts';
import { decodeText } from './decode-text.ts';
import type { FileSystem } from './environment.ts';
import { templateFolder } from './find-documents.ts';

/** What was removed from minutes on purpose. */
export interface Removals {
  /** Returns what the nearest `.minutes/removed.yml` upwards notes of minutes. */
  of(location: string): readonly Removal[];
  /** Returns the texts of the files that were asked for, by path. */
  consulted(): ReadonlyMap<string, string>;
}

/** Returns the removals that files note; `report` is called with what can't be read. */
export function createRemovals(
  files: FileSystem,
  report: (path: string, reason: string) => void,
): Removals {
  const texts = new Map<string, string>();
  const notedIn = cachedByText((text) => readRemovals(text).removals);
  const textOf = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const read = files.read(path);
    const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
    if ('text' in decoded) texts.set(path, decoded.text);
    else report(path, decoded.reason);
    return 'text' in decoded ? decoded.text : '';
  };
  return {
    of(location) {
      for (let folder = dirname(location); ; folder = dirname(folder)) {
        const path = `${folder.replace(/\/$/, '')}/${templateFolder}/${removalsFile}`;
        if (files.kindOf(path) === 'file') {
          const own = relative(folder, location).replaceAll('\\', '/');
          return notedIn(textOf(path)).filter(({ minutes }) => minutes === own);
        }
        if (dirname(folder) === folder) return [];
      }
    },
    consulted: () => texts,
  };
}
