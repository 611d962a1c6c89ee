import { l10n, Range, window } from 'vscode';
import { Position, type BaseLanguageClient } from 'vscode-languageclient';
import { nearUpdateRequest } from '../../../server/src/protocol/near-update.ts';

/**
 * Goes to the previous or the next update of a team, in other minutes of the series.
 * The team is that of a lens, which gives the place as LSP has it, else the one at the cursor.
 */
export async function goToUpdate(
  client: BaseLanguageClient,
  direction: 'previous' | 'next',
  uri?: unknown,
  position?: unknown,
): Promise<void> {
  const editor = window.activeTextEditor;
  const place =
    typeof uri === 'string' && Position.is(position)
      ? { uri, position }
      : editor && {
          uri: client.code2ProtocolConverter.asUri(editor.document.uri),
          position: client.code2ProtocolConverter.asPosition(editor.selection.active),
        };
  if (place === undefined) return;
  const found = await client.sendRequest(nearUpdateRequest, { ...place, direction });
  if (!found?.location) {
    window.setStatusBarMessage(absence(found?.team ?? null, direction), 5000);
    return;
  }
  const { uri: file, range } = client.protocol2CodeConverter.asLocation(found.location);
  const viewColumn = editor?.viewColumn;
  await window.showTextDocument(file, {
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
