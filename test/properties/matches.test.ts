import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import { matchTemplate } from '../../server/src/core/template/match-template.ts';
import { moveMatch } from '../../server/src/core/template/move-match.ts';
import { parseTemplate } from '../../server/src/core/template/parse-template.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryChange, changed, type Change } from './arbitrary-markdown.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  seed,
  templates,
} from './arbitrary-minutes.ts';

const parsed = templates.map((text) => parseTemplate(text, 'template.md'));
const arbitraryTemplate = fc.constantFrom(...parsed);
const arbitraryChanges = fc.array(arbitraryChange, { minLength: 1, maxLength: 6 });

test('after edits, what is kept of the last match is the match of the new version', () => {
  const texts = fc.oneof(arbitraryMinutes, arbitraryMutation(completeMinutes));
  fc.assert(
    fc.property(texts, arbitraryTemplate, arbitraryChanges, (text, template, changes) => {
      for (const minutes of versions(text, changes)) {
        assert.deepEqual(template.matchOf(minutes), matchTemplate(minutes, template));
      }
    }),
    { seed, numRuns: 1500 },
  );
});

test('the same for real minutes', { skip: corpusIsAbsent }, () => {
  const texts = corpusTexts();
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      arbitraryTemplate,
      arbitraryChanges,
      (index, template, changes) => {
        for (const minutes of versions(texts[index] ?? '', changes)) {
          assert.deepEqual(template.matchOf(minutes), matchTemplate(minutes, template));
        }
      },
    ),
    { seed, numRuns: 150 },
  );
});

test('a key below a heading moves the match, and one in a heading finds another', () => {
  const [template] = parsed;
  const [text = ''] = completeMinutes;
  assert.ok(template);
  const opened = readMinutes(parseMarkdown(text));
  const match = template.matchOf(opened);
  const below = next(opened, text.replace('Painted', 'Painted all of'));
  assert.deepEqual(moveMatch(match, opened, below), matchTemplate(below, template));
  const within = next(opened, text.replace('## Decisions', '## Resolutions'));
  assert.equal(moveMatch(match, opened, within), null);
});

test('where sections are out of order, the longer one stays, whatever was kept', () => {
  const [template] = parsed;
  assert.ok(template);
  const start = '# Harbour call 2018-06-26\n\n';
  const opened = readMinutes(parseMarkdown(`${start}## Decisions\n\nx\n\n## Roadmap\n\ny y y\n`));
  assert.deepEqual(misplacedIn(opened), ['Decisions']);
  const longer = next(opened, opened.text.replace('x', 'x x x x x x'));
  assert.deepEqual(misplacedIn(longer), ['Roadmap']);

  function misplacedIn(minutes: Minutes): readonly string[] {
    return template?.matchOf(minutes).misplaced.map(({ expected }) => expected.name) ?? [];
  }
});

function* versions(text: string, changes: readonly Change[]): Generator<Minutes> {
  let minutes = readMinutes(parseMarkdown(text));
  yield minutes;
  for (const change of changes) {
    minutes = next(minutes, changed(minutes.text, change));
    yield minutes;
  }
}

function next(minutes: Minutes, text: string): Minutes {
  return readMinutes(parseMarkdown(text, minutes.markdown), minutes);
}
