import { l10n, window } from 'vscode';
import { readKeyText } from '../../../server/src/core/features/keys/key-text.ts';
import {
  horizonsForRow,
  moveRow as moveRowEdit,
} from '../../../server/src/core/features/keys/move-row.ts';
import { applyKey } from './press-key.ts';

/** Moves the roadmap's item at the cursor to the horizon that the user picks. */
export async function moveRow(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const horizons = horizonsForRow(
    readKeyText(document.getText()),
    document.offsetAt(selection.active),
  );
  if (horizons.length === 0) {
    await window.showInformationMessage(
      l10n.t('Place the cursor in a row of the roadmap to move it.'),
    );
    return;
  }
  const { version } = document;
  const horizon = await window.showQuickPick(horizons, { title: l10n.t('Move Row to Horizon') });
  if (horizon === undefined || document.version !== version) return;
  await applyKey(editor, (read, { active }) => moveRowEdit(read, active, horizon));
}
