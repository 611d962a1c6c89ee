import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import * as l10n from '@vscode/l10n';
import { checkMinutes, checkTemplate } from '../../server/src/core/checking/check-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { checkout } from '../../tools/checkout.ts';
import { readMinutesTest } from '../support/minutes-test.ts';
import { parseSuite } from '../support/suite.ts';

const bundle: unknown = JSON.parse(readFileSync(join(checkout, 'l10n/bundle.l10n.json'), 'utf8'));

/** Every message as its own translation, between brackets. */
const bracketed = Object.fromEntries(
  Object.keys(bundle ?? {}).map((message) => [message, `⟦${message}⟧`]),
);

suite('every message of a rule is translated', () => {
  before(() => {
    l10n.config({ contents: bracketed });
  });
  after(() => {
    l10n.config({ contents: {} });
  });

  for (const path of globSync('test/rules/*.md', { cwd: checkout }).sort()) {
    const text = readFileSync(join(checkout, path), 'utf8');
    test(path, () => {
      const findings = parseSuite(path, text).tests.flatMap(findingsOf);
      const plain = untranslated(findings).filter((each) => !text.includes(`message: ${each}`));
      assert.deepEqual([...new Set(plain)], []);
    });
  }
});

function findingsOf(each: Parameters<typeof readMinutesTest>[0]): readonly Finding[] {
  const files = readMinutesTest(each);
  return [
    ...files.templates.flatMap(({ text, path }) =>
      checkTemplate(readTemplate(text, basename(path)), []),
    ),
    ...files.minutes.flatMap((file) => {
      const claim = files.claim(file);
      return claim.state === 'checked' ? checkMinutes(files.input(file, claim.source)) : [];
    }),
  ];
}

/** Returns the texts without a bracket; the messages that templates have for their sections are among them. */
function untranslated(findings: readonly Finding[]): readonly string[] {
  return findings
    .flatMap(({ message, related, fixes }) => [
      message,
      ...related.map((place) => place.message),
      ...fixes.map(({ title }) => title),
    ])
    .filter((text) => !text.startsWith('⟦'));
}
