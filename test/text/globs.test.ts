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
  '* (draft).md': [['a (draft).md'], ['a.md']],
  'weekly//*.md': [['weekly/a.md'], ['weekly//a.md']],
  '.': [['a.md', 'a/b.md'], []],
  './': [['a.md', 'a/b.md'], []],
  'caf\u00E9/*.md': [['caf\u00E9/a.md', 'cafe\u0301/a.md'], ['cafe/a.md']],
  'cafe\u0301/*.md': [['caf\u00E9/a.md', 'cafe\u0301/a.md'], ['cafe/a.md']],
  '{a.md,b.md}': [['a.md', 'b.md'], ['a.md,b.md']],
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
  '{}.md': '“{}” is empty',
  'weekly/{date}.md': '“{date}” is a placeholder: write “*”',
  'weekly/{date:DD.MM.YYYY}-{number?}.md': '“{date:DD.MM.YYYY}” is a placeholder: write “*”',
  '{2018..2020}-*.md': '“{2018..2020}” is not a list: name each, as in “{a,b}”',
  '@(a|b).md': '“@(a|b)” is not an alternative: write “{a,b}”',
  '(a|b)/*.md': '“(a|b)” is not an alternative: write “{a,b}”',
  '+([0-9]).md': '“+([0-9])” is not an alternative: write “{a,b}”',
  'weekly/!(x).md': '“!(x)” is not an alternative: write “{a,b}”',
  '[[:digit:]]*.md': '“[:digit:]” is not a range: write one, as in “[0-9]”',
  '[!]*.md': '“[!]” names no character',
  'a.md, b/*.md': 'it is several globs: make a list of them',
  'a/*.md b/*.md': 'it is several globs: make a list of them',
  'a/*.md;b/*.md': 'it is several globs: make a list of them',
  'a.md\nb.md': 'it is several globs: make a list of them',
  '^weekly/.*\\.md$': 'it is a regular expression: write a glob, such as “weekly/*.md”',
  'weekly/.*\\.md': 'it is a regular expression: write a glob, such as “weekly/*.md”',
  '\\d{4}-*.md': 'it is a regular expression: write a glob, such as “weekly/*.md”',
  '~/weekly/*.md': '“~” leads out of the folder',
  '$HOME/*.md': '“$HOME” leads out of the folder',
  '%USERPROFILE%\\*.md': '“%USERPROFILE%” leads out of the folder',
  'C:\\weekly\\*.md': '“C:” leads out of the folder',
  'file:///weekly/*.md': '“file:” leads out of the folder',
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
    test(`“${glob}” is reported, and matches nothing`, () => {
      assert.equal(globProblem(glob), problem);
      assert.ok(!matchesGlob(glob, 'a.md'));
    });
  }

  test('any text is a glob, or what is wrong with it is reported', () => {
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
