import { l10n, window, workspace } from 'vscode';

/** Returns the user's name as the setting has it; empty where it has none. */
export function myName(): string {
  return workspace.getConfiguration('minutes').get<string>('myName', '').trim();
}

/** Asks for the user's name, and saves it in the settings. */
export async function askForName(): Promise<void> {
  const name = await window.showInputBox({
    title: l10n.t('Your Name'),
    prompt: l10n.t('Your name as it appears in the minutes when you lead a team.'),
  });
  if (name !== undefined) await workspace.getConfiguration('minutes').update('myName', name, true);
}
