import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { loadMarkdownGrammar, type MarkdownGrammar } from '../support/markdown-grammar.ts';

const roadmap = `# {text} Meeting {date:MM-DD-YYYY}

Delivered When? | What?
------|------
*Recently Completed* | The {team?} is done
*Soon* | [add here]
|| - More of it
||
Future | **Later**

After the table, a || b is prose.

- [add updates here]
`;

const prose = `# Prose

TBD and TODO, {foo}, {names}, {date-time}, [add to cart here], [add here](https://example.org),
[add here][reference], a || b, and \`{team}\` in code.

| *Name* | What? |
|--------|-------|
| *Ada*  | {x}   |

||spoiler||

\`\`\`js
const { text } = {team};
\`\`\`

<!-- {team} -->
`;

suite('grammar', { timeout: 600_000 }, () => {
  let grammar: MarkdownGrammar;

  before(async () => {
    grammar = await loadMarkdownGrammar();
  });

  test('marks placeholders, unfilled text, horizons and the rows that continue them', () => {
    assert.deepEqual(grammar.marked(roadmap), [
      [1, 'variable.parameter.placeholder.minutes', '{text}'],
      [1, 'variable.parameter.placeholder.minutes', '{date:MM-DD-YYYY}'],
      [5, 'entity.name.section.horizon.minutes', '*Recently Completed*'],
      [5, 'variable.parameter.placeholder.minutes', '{team?}'],
      [6, 'entity.name.section.horizon.minutes', '*Soon*'],
      [6, 'comment.block.unfilled.minutes', '[add here]'],
      [7, 'keyword.control.continuation.minutes', '||'],
      [8, 'keyword.control.continuation.minutes', '||'],
      [9, 'entity.name.section.horizon.minutes', 'Future'],
      [13, 'comment.block.unfilled.minutes', '[add updates here]'],
    ]);
  });

  test('leaves Markdown in the table as it is', () => {
    assert.ok(grammar.scopesAt(roadmap, 9, 'Later').includes('markup.bold.markdown'));
    assert.ok(grammar.scopesAt(roadmap, 11, 'prose').includes('meta.paragraph.markdown'));
  });

  test('marks nothing in prose, code, comments and other tables', () => {
    assert.deepEqual(grammar.marked(prose), []);
  });
});
