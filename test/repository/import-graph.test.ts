import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findCycles, findForbiddenImports, readImportGraph } from '../support/import-graph.ts';

const core = 'server/src/core';

suite('import graph', () => {
  const graph = readImportGraph(`${import.meta.dirname}/../..`);

  test('reads the source', () => {
    assert.ok(graph.size > 0);
  });

  test('every import goes in the direction of the architecture', () => {
    assert.deepEqual(findForbiddenImports(graph), []);
  });

  test('no modules import each other in a circle', () => {
    assert.deepEqual(findCycles(graph), []);
  });
});

suite('import graph of made-up modules', () => {
  const forbidden: readonly (readonly [importer: string, imported: string])[] = [
    [`${core}/text/line-index.ts`, `${core}/markdown/parse-markdown.ts`],
    [`${core}/template/template.ts`, `${core}/rules/rule.ts`],
    [`${core}/rules/missing-section.ts`, `${core}/features/hover.ts`],
    [`${core}/template/template.ts`, `${core}/matching/matcher.ts`],
    [`${core}/rules/missing-section.ts`, `${core}/checking/check-minutes.ts`],
    [`${core}/features/hover.ts`, `${core}/checking/check-minutes.ts`],
    [`${core}/rules/missing-section.ts`, 'server/src/lsp/server.ts'],
    [`${core}/rules/missing-section.ts`, 'node:fs'],
    [`${core}/rules/missing-section.ts`, 'vscode-languageserver-textdocument'],
    [`${core}/minutes/minutes.ts`, 'mdast-util-from-markdown'],
    ['server/src/lsp/server.ts', 'server/src/node/file-system.ts'],
    ['server/src/lsp/server.ts', 'node:fs/promises'],
    ['server/src/cli/check.ts', 'vscode-languageserver'],
    ['server/src/cli/check.ts', 'server/src/lsp/server.ts'],
    ['server/src/cli/check.ts', 'server/src/node/local-files.ts'],
    ['server/src/browser/main.ts', 'server/src/node/file-system.ts'],
    ['client/src/activate-client.ts', `${core}/text/line-index.ts`],
    ['client/src/activate-client.ts', 'node:path'],
    ['client/src/activate-client.ts', 'client/src/node/extension.ts'],
    ['server/src/shared/misc.ts', 'server/src/protocol/settings.ts'],
  ];
  for (const [importer, imported] of forbidden) {
    test(`${importer} may not import ${imported}`, () => {
      assert.deepEqual(findForbiddenImports(new Map([[importer, [imported]]])), [
        `${importer} → ${imported}`,
      ]);
    });
  }

  test('allowed imports pass', () => {
    const allowed = new Map([
      [`${core}/markdown/parse-markdown.ts`, ['mdast-util-from-markdown', `${core}/text/x.ts`]],
      [`${core}/features/code-actions.ts`, [`${core}/checking/check-minutes.ts`]],
      ['server/src/lsp/server.ts', ['vscode-languageserver', `${core}/checking/check-minutes.ts`]],
      ['client/src/node/extension.ts', ['vscode-languageclient/node', 'node:path']],
      ['client/src/activate-client.ts', ['vscode', 'server/src/protocol/settings.ts']],
    ]);
    assert.deepEqual(findForbiddenImports(allowed), []);
  });

  test('a circle is found once, with its modules in order', () => {
    const circular = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts', 'yaml']],
      ['c.ts', ['b.ts']],
    ]);
    assert.deepEqual(findCycles(circular), [['b.ts', 'c.ts', 'b.ts']]);
  });
});
