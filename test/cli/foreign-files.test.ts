import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileSystem, FolderEntry } from '../../server/src/cli/environment.ts';
import { localFiles } from '../../server/src/node/local-files.ts';
import { runInProcess } from '../support/in-process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sound, template } from './minutes-of-a-call.ts';

const foreign = Array.from({ length: 50_000 }, (_, index): FolderEntry => ({
  name: `foreign-${index}.c`,
  kind: 'file',
  isLink: false,
}));

/** Returns the files with 50,000 foreign ones in a folder, and the names of those that are asked about. */
function withForeign(folder: string): { files: FileSystem; asked: string[] } {
  const asked: string[] = [];
  const note = (path: string): string => {
    asked.push(path.slice(folder.length + 1));
    return path;
  };
  const files: FileSystem = {
    ...localFiles,
    list: (path) => [...localFiles.list(path), ...(path === folder ? foreign : [])],
    read: (path) => localFiles.read(note(path)),
    kindOf: (path) => localFiles.kindOf(note(path)),
    resolved: (path) => localFiles.resolved(note(path)),
    absolute: (path) => localFiles.absolute(note(path)),
  };
  return { files, asked };
}

test('nothing is asked about foreign files, however many there are', async (t) => {
  const { path } = temporaryFolder(t, {
    'templates/call.md': template,
    '2018-06-26.md': sound,
  });
  const { files, asked } = withForeign(path);
  const args = ['check', path, '--template', `${path}/templates/call.md`];
  const { code, errors } = await runInProcess(args, { files });
  assert.deepEqual([code, errors], [0, '']);
  assert.deepEqual(
    asked.filter((name) => name.includes('foreign-')),
    [],
  );
  const read = asked.filter((name) => name === '2018-06-26.md');
  assert.ok(read.length > 0 && read.length < 10, String(read.length));
});
