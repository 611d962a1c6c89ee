import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { createTranslations, localeOf } from '../../server/src/node/translations.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

suite('language of the messages', () => {
  test('is the first that the environment names', () => {
    assert.equal(localeOf({ LC_ALL: 'de_AT.UTF-8', LANG: 'fr_FR.UTF-8' }), 'de-AT');
    assert.equal(localeOf({ LC_ALL: '', LC_MESSAGES: 'fr', LANG: 'de_DE' }), 'fr');
    assert.equal(localeOf({ LANG: 'ca_ES@valencia' }), 'ca-ES');
    for (const LANG of ['C', 'C.UTF-8', 'POSIX']) assert.equal(localeOf({ LANG }), null);
    assert.equal(localeOf({}), null);
  });

  test('is read beside the program, with what a tag begins with', (t) => {
    const { path } = temporaryFolder(t, {
      'server/dist/minutes.js': '',
      'l10n/bundle.l10n.de.json': '{"yes":"ja"}',
      'l10n/bundle.l10n.zh-tw.json': '{"yes":"是"}',
      'secret.json': '{"yes":"no"}',
    });
    const translations = createTranslations(join(path, 'server/dist/minutes.js'));
    assert.deepEqual(translations('de-AT'), { yes: 'ja' });
    assert.deepEqual(translations('zh-TW'), { yes: '是' });
    for (const tag of ['fr', 'en', '', '../../secret', 'de/../de']) {
      assert.equal(translations(tag), null);
    }
  });
});
