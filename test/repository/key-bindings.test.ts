import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

const typing = manifest.contributes.keybindings.filter(({ key }) =>
  /^(?:shift\+)?(?:tab|enter)$/.test(key),
);

test('keys that type are taken in lists and tables of claimed minutes alone, and never from what is open', () => {
  assert.ok(typing.length >= 7);
  for (const { command, key, when } of typing) {
    const clauses = when.split(' && ');
    assert.ok(clauses.includes('minutes.inTable') !== clauses.includes('minutes.inList'), command);
    const needed = [
      'editorTextFocus',
      '!editorReadonly',
      '!suggestWidgetVisible',
      '!inlineSuggestionVisible',
      '!inSnippetMode',
      // An input method composes a letter: its Enter and Tab choose one.
      '!isComposing',
      ...(key.includes('tab') ? ['!editorTabMovesFocus'] : []),
    ];
    for (const clause of needed) assert.ok(clauses.includes(clause), `${command}: ${clause}`);
  }
});
