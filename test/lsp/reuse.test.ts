import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver/node';
import { mixedListMarkers } from '../../server/src/core/rules/mixed-list-markers.ts';
import { missingSection } from '../../server/src/core/rules/missing-section.ts';
import { seriesMeetingsRequest } from '../../server/src/protocol/series-meetings.ts';
import { startInProcess } from '../support/in-process-client.ts';
import { richCapabilities, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

test(
  'a key has one piece of the text checked again, and more requests for its version nothing',
  { timeout: 60_000 },
  async (t) => {
    const { path } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const { connection } = await startInProcess(path, richCapabilities);
    const uri = uriOf(`${path}/2018-06-26.md`);
    t.mock.method(mixedListMarkers.concerns, 'test', () => true);
    const pieces = t.mock.method(mixedListMarkers, 'checkPiece').mock;
    const minutes = t.mock.method(missingSection, 'check').mock;
    const request = async (): Promise<void> => {
      const textDocument = { uri };
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      const position = { line: 0, character: 3 };
      await connection.sendRequest(HoverRequest.type, { textDocument, position });
    };

    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text: weeklyMinutes },
    });
    await connection.sendRequest(seriesMeetingsRequest, { uri });
    await request();
    const opened = { pieces: pieces.callCount(), minutes: minutes.callCount() };
    assert.ok(opened.pieces > 5, 'each piece was looked at');
    assert.ok(opened.minutes <= 2, 'without the minutes around, and with them');
    await request();
    assert.equal(pieces.callCount(), opened.pieces);
    assert.equal(minutes.callCount(), opened.minutes);

    const end = weeklyMinutes.split('\n').indexOf('- Lit the pier.');
    const start = { line: end, character: 5 };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: 'x' }],
    });
    await request();
    await request();
    assert.equal(pieces.callCount(), opened.pieces + 1);
    assert.equal(minutes.callCount(), opened.minutes + 1);
  },
);
