import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { pasteMinutes } from '../../server/src/core/features/paste/paste-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readHtml } from '../../server/src/core/markdown/read-html.ts';
import { writeMarkdown } from '../../server/src/core/markdown/write-markdown.ts';
import { plainText } from '../../server/src/core/minutes/plain-text.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { seed } from './seed.ts';

const minutes = `# Weekly 2026-03-03

Opening words of bronze.
More of tin

## Agenda

- Lanterns of brass
  - Red glass

    behind it
  1. First
- [ ] Paint the pier
-

> Quoted by somebody
> - in a list

| When | What |
|------|------|
| Soon | Buoys |
| Next |  |

\`\`\`
let code
\`\`\`

## Topics

### Pier works

Last words.
`;

const template = readTemplate(
  '# Weekly {date}\n\n## Agenda\n\n## Topics\n\n### {text} <!-- repeat -->\n',
  'x.md',
);

const word = fc.constantFrom(
  'oak',
  'elm 2',
  'ash_x',
  'yew|fir',
  'a & b',
  'x < y',
  '*star*',
  '[box]',
  '日本',
  '1.',
  '- dash',
  '# hash',
  'https://example.org/a_b',
);

interface Pasted {
  readonly html: string;
  readonly words: string;
}

const inline: fc.Arbitrary<Pasted> = fc
  .tuple(word, fc.constantFrom('b', 'i', 'span', 'a', 'code', 'del'), fc.constantFrom('', ' '))
  .map(([value, tag, space]) => ({
    html: `<${tag}${tag === 'a' ? ' href="https://example.org/"' : ''}>${escaped(value)}${space}</${tag}>`,
    words: value,
  }));

const phrasing = fc.array(inline, { minLength: 1, maxLength: 4 }).map(joined(''));
const block: fc.Arbitrary<Pasted> = fc.oneof(
  phrasing.map(within('p')),
  phrasing.map(within('h2')),
  fc
    .array(phrasing.map(within('li')), { minLength: 1, maxLength: 3 })
    .map(joined(''))
    .map(within('ul')),
  fc
    .array(phrasing.map(within('li')), { minLength: 1, maxLength: 3 })
    .map(joined(''))
    .map(within('ol')),
  fc
    .array(fc.tuple(phrasing, phrasing), { minLength: 1, maxLength: 3 })
    .map((rows) =>
      joined('')(rows.map((cells) => within('tr')(joined('')(cells.map(within('td')))))),
    )
    .map(within('table')),
  fc.constant({ html: '<pre><code>let it\n  be</code></pre>', words: 'let it be' }),
  phrasing.map(within('blockquote')),
);
const content = fc.array(block, { minLength: 1, maxLength: 4 }).map(joined(''));

const source = fc
  .array(
    fc.constantFrom(
      '## Next oak',
      '- elm **x**\n- ash',
      'A `yew` of\ntwo lines',
      '| a | fir |\n|---|---|\n| 1 | b |',
      '1. oak\n2. elm',
      '```\nlet it\n```',
      '> said **oak**',
      '- [ ] elm\n  - ash',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => blocks.join('\n\n'));

test('HTML at any offset: no word is lost, of the minutes or of the clipboard', () => {
  fc.assert(
    fc.property(content, fc.nat({ max: minutes.length }), ({ html, words }, offset) => {
      const after = paste({ html, text: null }, offset);
      if (after === null) return;
      keepsWords(after, offset, words);
    }),
    { seed, numRuns: 3000 },
  );
});

test('Markdown at any offset: no word is lost, of the minutes or of the clipboard', () => {
  fc.assert(
    fc.property(source, fc.nat({ max: minutes.length }), (text, offset) => {
      const after = paste({ html: null, text }, offset);
      if (after === null) return;
      keepsWords(after, offset, text);
    }),
    { seed, numRuns: 3000 },
  );
});

test('at any offset of a cell, a row stays a row', () => {
  const start = minutes.indexOf('| When');
  const end = minutes.indexOf('\n\n```');
  fc.assert(
    fc.property(
      fc.oneof(
        content,
        source.map((text) => ({ html: null, text })),
      ),
      fc.integer({ min: start + 1, max: end }),
      (clipboard, offset) => {
        const after = paste(
          { html: clipboard.html, text: 'text' in clipboard ? clipboard.text : null },
          offset,
        );
        if (after === null) return;
        const isRow = !/^\|[-|]+$/.test(lineOf(minutes, offset));
        const whole = tablesIn(after)[0]?.filter((cells) => cells === 2);
        if (isRow) assert.equal(whole?.length, 3, after);
      },
    ),
    { seed, numRuns: 2000 },
  );
});

test('at any offset of a cell’s text, what is pasted is in this cell', () => {
  const cells = ['When', 'What', 'Soon', 'Buoys', 'Next'].map((text) => minutes.indexOf(text));
  const rows = tablesIn(minutes);
  for (const start of cells) {
    for (let offset = start; offset <= start + 4; offset++) {
      const clipboard = { html: '<p><b>oak</b></p>', text: null };
      const after = paste(clipboard, offset) ?? '';
      const [before = '', held = ''] = lineOf(after, start).split('oak');
      assert.equal(before.split('|').length + held.split('|').length - 1, 4, after);
      assert.deepEqual(tablesIn(after), rows, after);
    }
  }
});

test('on a separate line, the blocks are those that were parsed', () => {
  const blank = [...minutes.matchAll(/\n(?=\n#)/g)].map(({ index }) => index + 1);
  fc.assert(
    fc.property(source, fc.constantFrom(...blank), (text, offset) => {
      const after =
        paste({ html: null, text }, offset) ??
        minutes.slice(0, offset) + text + minutes.slice(offset);
      const expected = [
        ...blocksIn(minutes.slice(0, offset)),
        ...blocksIn(text),
        ...blocksIn(minutes.slice(offset)),
      ];
      assert.deepEqual(blocksIn(after), expected, after);
    }),
    { seed, numRuns: 1000 },
  );
});

test('nothing is written as a character reference where nothing was', () => {
  fc.assert(
    fc.property(content, fc.nat({ max: minutes.length }), ({ html }, offset) => {
      assert.doesNotMatch(paste({ html, text: null }, offset) ?? '', /&#x?[0-9a-f]+;/i);
    }),
    { seed, numRuns: 3000 },
  );
});

test('each backslash changes what Markdown reads', () => {
  fc.assert(
    fc.property(content, ({ html, words }) => {
      // An address without brackets takes marks that follow it for part of it, whatever is before them.
      fc.pre(!words.includes('https:'));
      const written = writeMarkdown(readHtml(html));
      for (const { index } of written.matchAll(/\\[!-/:-@[-`{-~]/g)) {
        const shorter = written.slice(0, index) + written.slice(index + 1);
        assert.notDeepEqual(treeOf(shorter), treeOf(written), written);
      }
    }),
    { seed, numRuns: 1000 },
  );
});

function treeOf(text: string): unknown {
  const trees = parseMarkdown(text).pieces.map(({ piece }) => piece.tree);
  return JSON.parse(
    JSON.stringify(trees, (key, value: unknown) => (key === 'position' ? 0 : value)),
  );
}

function paste(
  clipboard: { html: string | null; text: string | null },
  offset: number,
): string | null {
  const read = readMinutes(parseMarkdown(minutes));
  const range = { start: offset, end: offset };
  const pasted = pasteMinutes(clipboard, read, template, '2026-03-03.md', range);
  return pasted === null ? null : minutes.slice(0, offset) + pasted.text + minutes.slice(offset);
}

function keepsWords(after: string, offset: number, words: string): void {
  const all = `${minutes.slice(0, offset)} ${words} ${minutes.slice(offset)}`;
  const left = lettersOf(after);
  for (const letter of new Set(lettersOf(all))) {
    const count = (text: string): number => text.split(letter).length;
    assert.ok(count(left) >= count(lettersOf(all)), `${letter} in ${after}`);
  }
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function blocksIn(text: string): readonly string[] {
  return parseMarkdown(text).pieces.flatMap(({ piece }) =>
    piece.tree.children.map(
      (node: Nodes) => `${node.type} ${plainText(node).replace(/\s+/g, ' ')}`,
    ),
  );
}

function tablesIn(text: string): readonly (readonly number[])[] {
  return parseMarkdown(text).pieces.flatMap(({ piece }) =>
    piece.tree.children.flatMap((node) =>
      node.type === 'table' ? [node.children.map(({ children }) => children.length)] : [],
    ),
  );
}

function lineOf(text: string, offset: number): string {
  return /^.*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function within(tag: string): (inner: Pasted) => Pasted {
  return ({ html, words }) => ({ html: `<${tag}>${html}</${tag}>`, words });
}

function joined(space: string): (parts: readonly Pasted[]) => Pasted {
  return (parts) => ({
    html: parts.map(({ html }) => html).join(space),
    words: parts.map(({ words }) => words).join(' '),
  });
}
