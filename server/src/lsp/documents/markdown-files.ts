import { isWithin, resolveIn } from './document-uri.ts';
import type { FileSystem } from './file-system.ts';

/** Yields the URIs of all Markdown files below the folders, each once; hidden folders but `.minutes` are left out. */
export async function* markdownFiles(
  files: FileSystem,
  folders: readonly string[],
): AsyncGenerator<string> {
  const outermost = folders.filter(
    (folder) => !folders.some((other) => other !== folder && isWithin(other, folder)),
  );
  const left = [...new Set(outermost)];
  for (let folder = left.shift(); folder !== undefined; folder = left.shift()) {
    for (const { name, kind } of await files.readDirectory(folder)) {
      const uri = resolveIn(folder, `./${name}`);
      if (kind === 'directory' && isSearched(name)) left.push(uri);
      if (kind === 'file' && /\.md$/i.test(name)) yield uri;
    }
  }
}

function isSearched(name: string): boolean {
  return name === '.minutes' || (!name.startsWith('.') && name !== 'node_modules');
}
