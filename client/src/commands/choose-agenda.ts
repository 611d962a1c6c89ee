import { env, l10n, window, workspace, type QuickPickItem } from 'vscode';

interface AgendaPick extends QuickPickItem {
  readonly read: () => Promise<string | undefined>;
}

/**
 * Lets the user choose where an agenda is: the selection, the clipboard or a file, each with the topics that are in it.
 * Returns its text; undefined to give up.
 */
export async function chooseAgenda(
  topicsOf: (text: string) => Promise<readonly string[]>,
): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const file: AgendaPick = { label: l10n.t('$(file) A File…'), read: chooseFile };
  const picks = [
    ...(await offer(l10n.t('$(selection) The Selection'), selected, topicsOf)),
    ...(await offer(l10n.t('$(clippy) The Clipboard'), await env.clipboard.readText(), topicsOf)),
    file,
  ];
  const title = l10n.t('New Minutes: Take the Topics from Where?');
  return (await window.showQuickPick(picks, { title }))?.read();
}

/** Returns the choice of a text that has topics. */
async function offer(
  label: string,
  text: string,
  topicsOf: (text: string) => Promise<readonly string[]>,
): Promise<readonly AgendaPick[]> {
  const topics = await topicsOf(text);
  if (topics.length === 0) return [];
  return [{ label, detail: topics.join(' · '), read: () => Promise.resolve(text) }];
}

async function chooseFile(): Promise<string | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      openLabel: l10n.t('Take the Topics'),
      filters: { [l10n.t('Texts')]: ['md', 'markdown', 'txt'] },
    })) ?? [];
  return uri === undefined ? undefined : (await workspace.openTextDocument(uri)).getText();
}
