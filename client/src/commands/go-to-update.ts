import { l10n, Range, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { nearUpdateRequest } from '../../../server/src/protocol/near-update.ts';

/** Goes to the previous or the next update of the team at the cursor, in other minutes of the series. */
export async function goToUpdate(
  client: BaseLanguageClient,
  direction: 'previous' | 'next',
): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection, viewColumn } = editor;
  const found = await client.sendRequest(nearUpdateRequest, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(selection.active),
    direction,
  });
  if (!found?.location) {
    window.setStatusBarMessage(absence(found?.team ?? null, direction), 5000);
    return;
  }
  const { uri, range } = client.protocol2CodeConverter.asLocation(found.location);
  await window.showTextDocument(uri, {
    selection: new Range(range.start, range.start),
    ...(viewColumn !== undefined && { viewColumn }),
  });
}

function absence(team: string | null, direction: 'previous' | 'next'): string {
  if (team === null) return l10n.t('Place the cursor in a team’s update to go to another one.');
  return direction === 'previous'
    ? l10n.t('No earlier update of {0}.', team)
    : l10n.t('No later update of {0}.', team);
}
