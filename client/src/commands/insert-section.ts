import { l10n, SnippetString, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  insertionsRequest,
  type SectionInsertion,
} from '../../../server/src/protocol/insertions.ts';

/** Inserts a section or team of the template where it belongs: the one of a name, else the user picks which. */
export async function insertSection(
  client: BaseLanguageClient,
  kind: SectionInsertion['kind'],
  name: unknown,
): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const { version } = editor.document;
  const all = await client.sendRequest(insertionsRequest, { uri });
  const ofKind = all.filter((each) => each.kind === kind);
  const insertion =
    ofKind.find((each) => each.name === name) ?? (await pickInsertion(ofKind, kind));
  if (insertion === undefined || editor.document.version !== version) return;
  const range = client.protocol2CodeConverter.asRange(insertion.range);
  await editor.insertSnippet(new SnippetString(insertion.snippet), range);
}

async function pickInsertion(
  insertions: readonly SectionInsertion[],
  kind: SectionInsertion['kind'],
): Promise<SectionInsertion | undefined> {
  if (insertions.length === 0) {
    const message =
      kind === 'team'
        ? l10n.t('The template has no team to insert here.')
        : l10n.t('The template has no section to insert here.');
    await window.showInformationMessage(message);
    return undefined;
  }
  const title = kind === 'team' ? l10n.t('Insert Team Section') : l10n.t('Insert Section');
  const picks = insertions.map((insertion) => ({
    label: labelOf(insertion),
    description: insertion.detail,
    insertion,
  }));
  return (await window.showQuickPick(picks, { title, matchOnDescription: true }))?.insertion;
}

/** A team that the roster does not know goes by its placeholder. */
function labelOf({ name }: SectionInsertion): string {
  return name === '{team}' ? l10n.t('$(add) Another Team') : name;
}
