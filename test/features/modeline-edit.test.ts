import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { modelineEdit } from '../../server/src/core/features/modeline-edit.ts';
import { modelineOf } from '../../server/src/core/claims/choose-template.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';

const documents: Readonly<Record<string, readonly [string, string]>> = {
  'at the top': ['# Weekly\n', '<!-- minutes-template: Pier -->\n\n# Weekly\n'],
  'with the line ending of the rest': [
    '# Weekly\r\n',
    '<!-- minutes-template: Pier -->\r\n\r\n# Weekly\r\n',
  ],
  'below the front matter': [
    '---\nlayout: page\n---\n# Weekly\n',
    '---\nlayout: page\n---\n<!-- minutes-template: Pier -->\n\n# Weekly\n',
  ],
  'in place of another': [
    '# Weekly\n\n<!-- minutes-template: Other one -->\n',
    '# Weekly\n\n<!-- minutes-template: Pier -->\n',
  ],
  'in a document without text': ['', '<!-- minutes-template: Pier -->\n\n'],
};

suite('a modeline is written', () => {
  for (const [name, [before, after]] of Object.entries(documents)) {
    test(name, () => {
      const text = applyEdits(before, [modelineEdit(before, 'Pier')]);
      assert.equal(text, after);
      assert.equal(modelineOf(text), 'Pier');
    });
  }
});
