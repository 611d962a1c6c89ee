import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { messageBundle } from '../../server/src/codegen/message-bundle.ts';
import { readTranslations } from '../../server/src/protocol/translations.ts';
import { checkout } from '../../tools/checkout.ts';

suite('localisation', () => {
  test('has every text of the manifest, and no other', () => {
    const manifest = readFileSync(join(checkout, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual(Object.keys(textsOf('package.nls.json')).sort(), [...new Set(used)].sort());
  });

  test('finds every message of a source, in plain literals alone', () => {
    const source = (text: string) => [{ path: 'x.ts', text }];
    assert.equal(
      messageBundle(source("f(l10n.t('“{0}”', a), l10n.t(`b`), l10n.t('b', l10n.t('c')))")),
      '{"b":"b","c":"c","“{0}”":"“{0}”"}',
    );
    assert.throws(
      () => messageBundle(source('l10n.t(`${a} b`)')),
      /x\.ts: the message is no literal/,
    );
  });

  const translated = globSync(['l10n/bundle.l10n.*.json', 'package.nls.*.json'], { cwd: checkout });
  for (const path of translated) {
    test(`${path} has each text with all its arguments`, () => {
      const texts = textsOf(path.replace(/\.[\w-]+\.json$/, '.json'));
      const translations = textsOf(path);
      const problems = [
        ...Object.keys(texts)
          .filter((key) => !Object.hasOwn(translations, key))
          .map((key) => `“${key}” has no translation`),
        ...Object.keys(translations)
          .filter((key) => !Object.hasOwn(texts, key))
          .map((key) => `“${key}” is no longer used`),
        ...Object.entries(texts)
          .filter(([key]) => Object.hasOwn(translations, key))
          .filter(([key, text]) => argumentsOf(translations[key] ?? '') !== argumentsOf(text))
          .map(([key]) => `the translation of “${key}” has other arguments`),
      ];
      assert.deepEqual(problems, []);
    });
  }
});

function textsOf(path: string): Readonly<Record<string, string>> {
  const texts = readTranslations(JSON.parse(readFileSync(join(checkout, path), 'utf8')));
  assert.ok(texts !== null);
  return texts;
}

/** Returns the places for arguments in a text, and the commands that it links to, sorted. */
function argumentsOf(text: string): string {
  return [...text.matchAll(/\{\d+\}|\(command:[^)]*\)|`[^`]*`|#[\w.]+#/g)]
    .map(String)
    .sort()
    .join(' ');
}
