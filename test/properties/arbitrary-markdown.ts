import fc from 'fast-check';

/** Lines that open, close, continue or only look like blocks, at all the indentations that matter. */
const lines = [
  ...[
    '# Title',
    '## Section',
    '### Team - Lead',
    '#### `release`',
    '#',
    '##',
    '## Closed ##',
    '#No',
  ],
  ...[
    ' # one space',
    '   ## three',
    '    # code',
    '\t# tab',
    '- # in item',
    '> # in quote',
    '1. # x',
  ],
  ...[
    '```',
    '````',
    '``` js',
    '```no`fence',
    '~~~',
    '~~~~ a`b',
    ' ```',
    '  ```',
    '   ~~~',
    '    ```',
  ],
  ...['- ```', '  ~~~', '> ```', '> ~~~', '1. ```', '[^note]: ```'],
  ...[
    '<!--',
    '-->',
    '<!-- one line -->',
    '<!-->',
    '<!--->',
    ' <!--',
    '  <!-- x -->',
    'a <!-- b',
    '--> c',
  ],
  ...[
    '<div>',
    '</div>',
    '<p>',
    '  <p>',
    '<br>',
    '<name>',
    '<a href="x">',
    '<a',
    'b>',
    "<x y='",
    '<i>t</i>',
  ],
  ...[
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '<style',
    '<textarea>',
    '<?php',
    '?>',
    '<!X',
    '<![CDATA[',
    ']]>',
  ],
  ...['<https://example.com>', '<ada@example.com>', '<https://example.com', '- <div>', '> <!--'],
  ...[
    '- item',
    '* item',
    '+ item',
    '-',
    '- ',
    '1. one',
    '2) two',
    '  - nested',
    '   text',
    '      deep',
  ],
  ...['> quote', '>', '> - item', 'lazy', '- [ ] task', '- [x] done', '-- no item'],
  ...['---', '***', '===', '-', '=', ' ---', '  ===', '- - -', '--- ', '---x', 'name: value'],
  ...[
    '| a | b |',
    '| - | - |',
    '|-|',
    '| c',
    '||',
    'a | b',
    '- | -',
    '| a | [x|y](z) |',
    ':-: | -',
  ],
  ...[
    '[ref]: /url',
    '[REF]: <> "title"',
    '[ref]:',
    '/url "open',
    'title"',
    '[two words]: x',
    '  [in]: /x',
  ],
  ...['> [quoted]: /url', '- [listed]: /url', '[esc\\]aped]: /u', '[ẞ]: /u', '[foo\\!]: /u'],
  ...[
    '[ref]',
    '[text][ref]',
    '[ref][]',
    '![ref]',
    '[two\twords]',
    '[quoted] [listed]',
    '[SS] [esc\\]aped] [foo\\!]',
  ],
  ...[
    '[^note]: text',
    '[^1]: one',
    '    more note',
    '[^note] and [^1]',
    '![^note]',
    '[x][^note]',
    '[^a b]: /u',
  ],
  ...[
    '*em* **strong** _u_ ~~del~~ ~x~',
    '*open',
    '**shut*',
    '`code',
    '``a`b``',
    '\\# no',
    '&amp; &#35;',
  ],
  ...['www.example.com', 'https://example.com/a[b', 'ada@example.com.', '[ www.example.com ]('],
  ...[
    'text',
    'text  ',
    'text\\',
    'Ünï çødé 👩‍🚀',
    'zero\0byte',
    '\uFEFF',
    'a\u2028b',
    '\u00A0',
    '\f# no',
  ],
  ...['', '', '', '', '', ' ', '\t', '  '],
];

const arbitraryLine = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...lines) },
  { weight: 5, arbitrary: fc.constantFrom('# H', '## H2', '### H3 [ref] [^note]', '', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

const arbitraryEnding = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constant('\r') },
);

const arbitraryLines = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .record({
      ending: arbitraryEnding,
      all: fc.array(fc.tuple(arbitraryLine, arbitraryEnding), { maxLength }),
    })
    .map(({ ending, all }) =>
      all.map(([line, own]) => line + (ending === '\n' ? own : ending)).join(''),
    );

/** Markdown with every construct that reaches over lines, begun and ended anywhere. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
  .record({
    mark: fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      fc.constantFrom('\uFEFF', '\uFEFF\uFEFF'),
    ),
    front: fc.oneof(
      { weight: 8, arbitrary: fc.constant('') },
      fc.constantFrom('---\nname: x\n# y\n---\n', '---\r\n---\r\n', '---\n', '--- \n# x\n'),
    ),
    body: arbitraryLines(40),
    end: fc.constantFrom('', '', 'no line ending', '## Last'),
  })
  .map(({ mark, front, body, end }) => mark + front + body + end);

/** The content of a line: words, marks and what inline constructs are made of. */
export const arbitraryInline: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
          'Team',
          'Ada Quill',
          ' - ',
          ' ',
          '(incubating)',
          ' #',
          '#',
          '##  ',
          '\t',
          '\u00A0',
          '\u2028',
        ],
        ...[
          '`',
          '`code`',
          '` x `',
          '``',
          '*',
          '_',
          '~~',
          '~',
          '[',
          ']',
          '(x)',
          '[ref]',
          '<',
          '<b>',
          '>',
        ],
        ...[
          '<!-- c -->',
          '<!--',
          '-->',
          '&',
          '&amp;',
          '& ',
          '&#35;',
          '\\',
          'www.a.b',
          'http://a.b',
          'a@b.cd',
        ],
        ...['!', ':', '/', '//', '.', '…', '“x”', '👩‍🚀', 'é', '\0', '0', '+', '=', '-', '--', '|'],
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** A replacement at a place that is a fraction of the text. */
export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A part of a text; `fc.double` would be next to 0 nearly always. */
export const arbitraryPlace = fc.oneof(
  { weight: 8, arbitrary: fc.nat(1_000_000).map((part) => part / 1_000_000) },
  fc.constantFrom(0, 1),
);

/** An edit as people make them: mostly a key or a line, at times a paste, a long deletion or all of the text. */
export const arbitraryChange: fc.Arbitrary<Change> = fc.record({
  at: arbitraryPlace,
  remove: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(3) },
    { weight: 2, arbitrary: fc.nat(60) },
    { weight: 1, arbitrary: fc.constantFrom(500, Infinity) },
  ),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Array.from('#-`~<>![]:^\n\r\t x|=_*\\')) },
    { weight: 3, arbitrary: arbitraryLine.map((line) => `\n${line}\n`) },
    { weight: 2, arbitrary: arbitraryLine },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: arbitraryLines(8) },
  ),
});

/** What is typed and deleted in words, which mostly leaves headings and lists what they are. */
export const arbitraryTyping: fc.Arbitrary<Change> = fc.record({
  at: arbitraryPlace,
  remove: fc.nat(2),
  insert: fc.constantFrom('', 'a', 'pier ', '\n- rope', '\n'),
});

/** Returns the text after a change. */
export function changed(text: string, { at, remove, insert }: Change): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
