import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { suggestGlobs } from '../../server/src/core/features/suggest-globs.ts';
import { matchesGlob } from '../../server/src/core/text/match-glob.ts';

const paths: Readonly<Record<string, readonly string[]>> = {
  'notes.md': ['*.md', 'notes.md'],
  '2018-06-26.md': ['*.md', '2018-06-26.md'],
  'minutes/2018/2018-06-26-pier.md': [
    'minutes/*/*-pier.md',
    'minutes/2018/*-pier.md',
    'minutes/*/*.md',
    'minutes/2018/*.md',
    'minutes/2018/2018-06-26-pier.md',
  ],
  'calls/06-26-2018 [summer].md': [
    'calls/* ?summer?.md',
    'calls/*.md',
    'calls/06-26-2018 ?summer?.md',
  ],
};

suite('suggested globs', () => {
  for (const [path, globs] of Object.entries(paths)) {
    test(`of ${path} hold it, the likeliest first`, () => {
      assert.deepEqual(suggestGlobs(path), globs);
      assert.ok(globs.every((glob) => matchesGlob(glob, path)));
    });
  }
});
