import { commands, Uri } from 'vscode';

/** Opens the table of rules in the settings, for the rule of a finding. */
export async function configureSeverity(): Promise<void> {
  await commands.executeCommand('workbench.action.openSettings', '@id:minutes.rules');
}

/** Opens the page of a rule as it reads, and not its source. */
export async function openRulePage(uri: unknown): Promise<void> {
  if (typeof uri === 'string')
    await commands.executeCommand('markdown.showPreview', Uri.parse(uri));
}
