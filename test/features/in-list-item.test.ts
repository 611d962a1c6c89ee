import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInListItem } from '../../server/src/core/features/keys/list-editing.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';

/** By whether the cursor, `|`, is in an item. */
const cases: Readonly<Record<string, boolean>> = {
  '- Lit the pier.|\n': true,
  '|- Lit the pier.\n': false,
  '- Lit\n  the pier.|\n': true,
  '- Lit\n  |\n': true,
  '- Lit\n  - red\n    |\n': true,
  '- Lit\n |\n': false,
  '- Lit\n|\n': false,
  '- Lit\n\n  |\n': false,
  'Lit\n  |\n': false,
  '```\n- Lit\n  |\n```\n': false,
};

for (const [marked, expected] of Object.entries(cases)) {
  test(`${JSON.stringify(marked)} ${expected ? 'is' : 'is not'} in a list item`, () => {
    assert.equal(
      isInListItem(parseMarkdown(marked.replace('|', '')), marked.indexOf('|')),
      expected,
    );
  });
}
