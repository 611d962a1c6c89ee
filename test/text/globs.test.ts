import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { globProblem, matchesGlob } from '../../server/src/core/text/match-glob.ts';
import { seed } from '../properties/seed.ts';

/** Of each glob: paths that it matches, and paths that it does not. */
const globs: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  '*.md': [
    ['a.md', '.md'],
    ['a/b.md', 'a.mdx'],
  ],
  '**/*.md': [['a.md', 'a/b.md', 'a/b/c.md'], ['a.txt']],
  'weekly/**': [
    ['weekly/a.md', 'weekly/a/b.md'],
    ['weekly.md', 'a/weekly/b.md'],
  ],
  '/weekly/*.md': [['weekly/a.md'], ['a.md']],
  './weekly/*.md': [['weekly/a.md'], ['a.md']],
  'weekly/': [
    ['weekly/a.md', 'weekly/a/b.md'],
    ['weekly', 'weeklyx/a.md'],
  ],
  weekly: [
    ['weekly/a.md', 'weekly/a/b.md'],
    ['weekly', 'a.md'],
  ],
  'calls\\weekly\\*.md': [['calls/weekly/a.md'], ['calls/a.md']],
  '[!0-9]*.md': [
    ['a.md', 'x1.md'],
    ['1.md', '!1.md/a.md', '/a.md'],
  ],
  '[^0-9]*.md': [['a.md'], ['1.md']],
  '[0-9][0-9].md': [['12.md'], ['a1.md']],
  '[*].md': [['*.md'], ['a.md']],
  '[]a].md': [['].md', 'a.md'], ['b.md']],
  '{a,b/{c,d}}/*.md': [
    ['a/x.md', 'b/c/x.md', 'b/d/x.md'],
    ['b/x.md', 'c/x.md'],
  ],
  '{**/,}x.md': [['x.md', 'a/b/x.md'], ['ax.md']],
  'a,b.md': [['a,b.md'], ['a.md']],
  'a?.md': [['ab.md'], ['a.md', 'a/.md']],
  '(a)+$^|.md': [['(a)+$^|.md'], ['a.md']],
};

const unreadable: Readonly<Record<string, string>> = {
  '{a,b': '“{” has no “}”',
  '*.{md': '“{” has no “}”',
  'a}': '“}” has no “{”',
  '[': '“[” has no “]”',
  'weekly/[z-a]*.md': '“z-a” is the wrong way round',
  '../a.md': '“..” leads out of the folder',
  'a\\..\\b.md': '“..” leads out of the folder',
  '': 'it is empty',
  '!': 'it is empty',
};

suite('globs', () => {
  for (const [glob, [matched, others]] of Object.entries(globs)) {
    test(`${glob} means what its author expects`, () => {
      assert.equal(globProblem(glob), null);
      for (const path of matched) assert.ok(matchesGlob(glob, path), path);
      for (const path of others) assert.ok(!matchesGlob(glob, path), path);
    });
  }

  for (const [glob, problem] of Object.entries(unreadable)) {
    test(`“${glob}” is told, and matches nothing`, () => {
      assert.equal(globProblem(glob), problem);
      assert.ok(!matchesGlob(glob, 'a.md'));
    });
  }

  test('any text is a glob, or is told what is wrong with it', () => {
    const character = fc.constantFrom(...Array.from('ab.-/\\*?[]{}!^,()+$|&~ \uD83D\uDE00'));
    const glob = fc.string({ unit: character, maxLength: 30 });
    fc.assert(
      fc.property(glob, glob, (text, path) => {
        const matches = matchesGlob(text, path);
        assert.ok(!matches || globProblem(text) === null);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
