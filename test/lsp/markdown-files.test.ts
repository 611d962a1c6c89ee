import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownFiles } from '../../server/src/lsp/documents/markdown-files.ts';
import type { FileSystem } from '../../server/src/lsp/documents/file-system.ts';

type Entry = Awaited<ReturnType<FileSystem['readDirectory']>>[number];

/** 50,000 foreign files, and folders in which nothing is looked for. */
const foreign: readonly Entry[] = [
  ...Array.from({ length: 50_000 }, (_, index): Entry => ({ name: `${index}.c`, kind: 'file' })),
  { name: '.git', kind: 'directory' },
  { name: 'node_modules', kind: 'directory' },
];

const folders: Readonly<Record<string, readonly Entry[]>> = {
  'file:///w': [
    ...foreign,
    { name: '.minutes', kind: 'directory' },
    { name: '2018-06-26.md', kind: 'file' },
    { name: 'old', kind: 'directory' },
    { name: 'named.md', kind: 'directory' },
  ],
  'file:///w/.minutes': [{ name: 'weekly.MD', kind: 'file' }],
  'file:///w/old': [{ name: '2017-06-26.md', kind: 'file' }, ...foreign],
};

test('Markdown files are found without a look into any other file or hidden folder', async () => {
  const read: string[] = [];
  const refuse = (): never => assert.fail('only folders are read');
  const files: FileSystem = {
    readDirectory: (uri) => {
      read.push(uri);
      return Promise.resolve(folders[uri] ?? []);
    },
    readFile: refuse,
    realPath: refuse,
    knowsAbsence: refuse,
  };
  const found: string[] = [];
  for await (const uri of markdownFiles(files, ['file:///w', 'file:///w/old', 'file:///w'])) {
    found.push(uri);
  }
  assert.deepEqual(found, [
    'file:///w/2018-06-26.md',
    'file:///w/.minutes/weekly.MD',
    'file:///w/old/2017-06-26.md',
  ]);
  assert.deepEqual(read, [
    'file:///w',
    'file:///w/.minutes',
    'file:///w/old',
    'file:///w/named.md',
  ]);
});
