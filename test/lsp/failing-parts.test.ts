import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { rules } from '../../server/src/core/checking/registry.ts';
import { makeFail } from '../support/failing-rule.ts';
import { startInProcess, type InProcessClient } from '../support/in-process-client.ts';
import { messageOf, richCapabilities, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };
const name = '2018-06-26.md';
const template = weeklyTemplate.replace(
  'name: Weekly',
  'name: Weekly\nrules:\n  repeated-update: hint',
);

async function open({ connection }: InProcessClient, uri: string, text: string): Promise<void> {
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
}

async function pull({ connection }: InProcessClient, uri: string): Promise<readonly Diagnostic[]> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  assert.ok(report.kind === DocumentDiagnosticReportKind.Full);
  return report.items;
}

suite('a rule that fails', () => {
  for (const rule of rules) {
    test(
      `${rule.id} is told at its file with the other findings, and logged once`,
      timeLimit,
      async (t) => {
        const { path } = temporaryFolder(t, { '.minutes/weekly.md': template });
        const isOfTemplates = 'checkTemplate' in rule;
        const uri = isOfTemplates ? uriOf(path, '.minutes/weekly.md') : uriOf(path, name);
        const text = isOfTemplates ? template : weeklyMinutes;
        makeFail(t, rule);
        const client = await startInProcess(path, richCapabilities);
        await open(client, uri, text);
        const failed = (await pull(client, uri)).filter(({ code }) => code === rule.id);
        assert.ok(failed.length > 0);
        for (const diagnostic of failed) {
          assert.equal(
            messageOf(diagnostic),
            `Internal error (please report): ${rule.id} failed: injected by the test`,
          );
        }
        const stacks = client.logged.filter((line) => /^TypeError: injected.*\n +at /.test(line));
        assert.equal(stacks.length, new Set(stacks).size);
        assert.ok(stacks.length > 0);
      },
    );
  }
});

/** Requests about a document. */
const requests = [
  CodeActionRequest.method,
  CodeLensRequest.method,
  CompletionRequest.method,
  DefinitionRequest.method,
  DocumentDiagnosticRequest.method,
  DocumentFormattingRequest.method,
  DocumentHighlightRequest.method,
  DocumentLinkRequest.method,
  DocumentOnTypeFormattingRequest.method,
  DocumentRangeFormattingRequest.method,
  DocumentSymbolRequest.method,
  FoldingRangeRequest.method,
  HoverRequest.method,
  PrepareRenameRequest.method,
  ReferencesRequest.method,
  RenameRequest.method,
  SelectionRangeRequest.method,
  SemanticTokensRequest.method,
];

suite('a feature that fails', () => {
  test('names itself, and the next request is answered', timeLimit, async (t) => {
    const { path } = temporaryFolder(t, { '.minutes/weekly.md': template });
    const client = await startInProcess(path, richCapabilities);
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    const uri = uriOf(path, name);
    await open(client, uri, weeklyMinutes);
    for (const method of requests) {
      const logged = client.logged.length;
      await assert.rejects(
        client.connection.sendRequest(method, {}),
        /^Error: Internal error \(please report\): /,
        method,
      );
      assert.equal(client.logged.length, logged + 1, method);
      assert.deepEqual(await pull(client, uri), []);
    }
  });
});
