import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { micromark, parse, postprocess, preprocess } from 'micromark';
import { EditMap } from 'micromark-util-edit-map';
import { editAtTheEnd } from '../../server/src/core/markdown/edit-at-the-end.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';
import { seed } from './seed.ts';

const nested = fc
  .array(
    fc.constantFrom(
      '> x\n',
      '>>> y\n',
      'z\n',
      '- x\n',
      '  - y\n',
      '===\n',
      '\n',
      '[a]: b\n',
      '# h\n',
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join(''));

test('edits at the end of micromark’s events leave the Markdown as it was', () => {
  const texts = fc.sample(fc.oneof(nested, arbitraryMarkdown), { seed, numRuns: 500 });
  const before = texts.map((text) => micromark(text));
  editAtTheEnd();
  assert.deepEqual(
    texts.map((text) => micromark(text)),
    before,
  );
});

test('an edit at the end moves what is after it, and nothing before', () => {
  editAtTheEnd();
  const whole = preprocess()('x\n\n'.repeat(500), undefined, true);
  const events = postprocess(parse().document().write(whole));
  const count = events.length;
  const last = events.slice(-1);
  let moved = 0;
  events.push = (...added) => {
    moved += added.length;
    return events.splice(events.length, 0, ...added).length + events.length;
  };
  const edits = new EditMap();
  edits.add(count - 2, 1, [...last, ...last]);
  edits.consume(events);
  assert.equal(events.length, count + 1);
  assert.equal(moved, 3);
});
