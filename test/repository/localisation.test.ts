import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { checkout } from '../../tools/checkout.ts';

suite('localisation', () => {
  test('has every text of the client, and no other', () => {
    const used = globSync('client/src/**/*.ts', { cwd: checkout }).flatMap((path) =>
      textsIn(readFileSync(join(checkout, path), 'utf8')),
    );
    assert.ok(used.length > 0);
    assert.deepEqual(keysOf('l10n/bundle.l10n.json'), [...new Set(used)].sort());
  });

  test('has every text of the manifest, and no other', () => {
    const manifest = readFileSync(join(checkout, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual(keysOf('package.nls.json'), [...new Set(used)].sort());
  });
});

function keysOf(path: string): string[] {
  const texts: unknown = JSON.parse(readFileSync(join(checkout, path), 'utf8'));
  assert.ok(typeof texts === 'object' && texts !== null);
  return Object.keys(texts).sort();
}

/** Returns the first argument of each call of `l10n.t`, which must be a literal. */
function textsIn(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
      const [text] = node.arguments;
      assert.ok(text && ts.isStringLiteralLike(text), `Not a literal: ${node.getText()}`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('client.ts', source, ts.ScriptTarget.Latest, true));
  return texts;
}
