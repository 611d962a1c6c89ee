import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  endsOpen,
  parseMarkdown,
  type MarkdownDocument,
} from '../../server/src/core/markdown/parse-markdown.ts';
import {
  headingOfLine,
  shiftHeading,
  type Heading,
} from '../../server/src/core/minutes/heading.ts';
import { plainText } from '../../server/src/core/minutes/plain-text.ts';
import { scanTextHeadings } from '../../server/src/core/minutes/heading-scanner.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { createLineIndex, type LineIndex } from '../../server/src/core/text/line-index.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { fullTree, joinedTree } from '../support/full-tree.ts';
import {
  arbitraryChange,
  arbitraryInline,
  arbitraryMarkdown,
  changed,
  type Change,
} from './arbitrary-markdown.ts';
import { arbitraryMinutes } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const arbitraryChanges = fc.array(arbitraryChange, { minLength: 1, maxLength: 12 });

test('after any edits, the joined trees of the pieces are the tree of the whole text', () => {
  fc.assert(
    fc.property(arbitraryMarkdown, arbitraryChanges, (text, changes) => {
      for (const document of versions(text, changes)) assertFresh(document);
    }),
    { seed, numRuns: 600 },
  );
});

test('the same for real minutes', { skip: corpusIsAbsent }, () => {
  const texts = corpusTexts();
  fc.assert(
    fc.property(fc.nat(texts.length - 1), arbitraryChanges, (index, changes) => {
      for (const document of versions(texts[index] ?? '', changes.slice(0, 3)))
        assertFresh(document);
    }),
    { seed, numRuns: 60 },
  );
});

test('the headings found without parsing are those of the tree', () => {
  const heading = fc
    .tuple(fc.constantFrom('#', '## ', '###\t', '####### ', '# #'), arbitraryInline)
    .map(([marker, content]) => `${marker}${content}\n`);
  const text = fc
    .array(fc.oneof(heading, arbitraryMarkdown), { maxLength: 6 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, arbitraryChange, (before, change) => {
      const opened = readMinutes(parseMarkdown(before));
      const document = parseMarkdown(changed(before, change), opened.markdown);
      const { headings } = readMinutes(document, opened);
      assert.deepEqual(
        headings.map(({ depth, text, range }) => ({ depth, text, ...range })),
        headingsOfTree(document),
      );
    }),
    { seed, numRuns: 700 },
  );
});

test('the headings of real minutes, too', { skip: corpusIsAbsent }, () => {
  for (const text of corpusTexts()) {
    const document = parseMarkdown(text);
    assert.deepEqual(
      readMinutes(document).headings.map(({ depth, text, range }) => ({ depth, text, ...range })),
      headingsOfTree(document),
    );
  }
});

test('the headings found in a whole text are those of its pieces', () => {
  let told = 0;
  const numRuns = 1500;
  fc.assert(
    fc.property(fc.oneof(arbitraryMarkdown, arbitraryMinutes), (text) => {
      told += Number(assertTold(text));
    }),
    { seed, numRuns },
  );
  assert.ok(told > numRuns / 5, 'they are told of some');
});

test('the same of real minutes', { skip: corpusIsAbsent }, () => {
  assert.ok(corpusTexts().filter(assertTold).length > 0);
});

test('what is put after a text that does not end open is a separate block', () => {
  fc.assert(
    fc.property(arbitraryMarkdown, (text) => {
      assert.equal(endsOpen(parseMarkdown(text)), !standsAlone(text));
    }),
    { seed, numRuns: 700 },
  );
});

function standsAlone(text: string): boolean {
  const { headings } = readMinutes(parseMarkdown(`${text}\n\n# What comes behind\n`));
  return headings.at(-1)?.text === 'What comes behind';
}

test('an edit leaves all pieces except those around it as they are', () => {
  const sections = Array.from({ length: 50 }, (_, number) => `## Section ${number}\n\n- item\n\n`);
  const text = sections.join('');
  const before = parseMarkdown(text);
  const at = text.indexOf('- item', text.indexOf('## Section 20')) + 2;
  const after = parseMarkdown(`${text.slice(0, at)}new ${text.slice(at)}`, before);
  const kept = new Set(before.pieces.map(({ piece }) => piece));
  assert.deepEqual(
    after.pieces.flatMap(({ piece }) => (kept.has(piece) ? [] : [piece.text])),
    ['## Section 20\n\n- new item\n\n'],
  );
});

/** Compares the headings that are found in a text without parsing with those of its pieces; false where only parsing finds them. */
function assertTold(text: string): boolean {
  const lines = scanTextHeadings(text);
  const told = lines?.flatMap(({ line, start }) => {
    const heading = headingOfLine(line);
    return heading === null ? [] : [shiftHeading(heading, start)];
  });
  if (told?.length !== lines?.length || told === undefined) return false;
  const { headings } = readMinutes(parseMarkdown(text));
  assert.deepEqual(told.map(withContent), headings.map(withContent));
  return true;
}

function withContent({ node, ...heading }: Heading): unknown {
  return { ...heading, content: plainText(node()) };
}

/** Returns the document as it opens, and after each of the changes. */
function* versions(text: string, changes: readonly Change[]): Generator<MarkdownDocument> {
  let document = parseMarkdown(text);
  yield document;
  for (const change of changes) {
    document = parseMarkdown(changed(document.text, change), document);
    yield document;
  }
}

function assertFresh(document: MarkdownDocument): void {
  assert.deepEqual(joinedTree(document), fullTree(document.text));
  const fresh = parseMarkdown(document.text);
  assert.deepEqual(sourcesOf(document), sourcesOf(fresh));
  assert.deepEqual(document.labels, fresh.labels);
  assert.deepEqual(
    placesIn(document.lines, document.text),
    placesIn(createLineIndex(document.text), document.text),
  );
}

/** Returns the point of every offset, and the range of every line. */
function placesIn(lines: LineIndex, text: string): unknown {
  return [
    Array.from({ length: text.length + 2 }, (_, offset) => lines.pointAt(offset)),
    Array.from({ length: lines.lineCount + 1 }, (_, line) => lines.lineRange(line + 1)),
  ];
}

function headingsOfTree({ pieces }: MarkdownDocument): readonly unknown[] {
  return pieces.flatMap(({ piece, start }) =>
    piece.tree.children.flatMap((node) =>
      node.type === 'heading'
        ? [
            {
              depth: node.depth,
              text: plainText(node),
              start: start + (node.position?.start.offset ?? 0),
              end: start + (node.position?.end.offset ?? 0),
            },
          ]
        : [],
    ),
  );
}

function sourcesOf({ pieces }: MarkdownDocument): readonly unknown[] {
  return pieces.map(({ piece: { text, first, last }, start }) => ({ start, text, first, last }));
}
