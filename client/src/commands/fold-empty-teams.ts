import { commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { expectedSectionsRequest } from '../../../server/src/protocol/expected-sections.ts';
import { emptyTeams } from '../views/filter-parts.ts';

/** Folds away the teams of the active editor that have not reported. */
export async function foldEmptyTeams(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const expected = await client.sendRequest(expectedSectionsRequest, { uri });
  if (expected?.version !== document.version) return;
  const selectionLines = emptyTeams(expected.parts).map(
    ({ headingRange }) => headingRange.start.line,
  );
  if (selectionLines.length > 0) await commands.executeCommand('editor.fold', { selectionLines });
}
