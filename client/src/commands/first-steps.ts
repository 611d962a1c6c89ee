import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';

/** Opens the walkthrough. */
export async function openWalkthrough({ extension }: ExtensionContext): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#firstSteps`);
}

/** Opens the page on hooks and pull requests. */
export async function openGuardPage({ extensionUri }: ExtensionContext): Promise<void> {
  await commands.executeCommand(
    'markdown.showPreview',
    Uri.joinPath(extensionUri, 'docs/guarding.md'),
  );
}

/** Opens minutes that belong to no folder, with a few things to find and repair. */
export async function openExample(): Promise<void> {
  const content = [
    `# ${l10n.t('Harbor call')} 2026-02-31`,
    '<!-- minutes-template: team-weekly -->',
    '## Agenda',
    '- News\n- In the way\n- Action items',
    '## Newz',
    l10n.t('The new crane lifts twelve tons.'),
    '## In the way',
    'TBD',
  ].join('\n\n');
  const document = await workspace.openTextDocument({
    language: 'markdown',
    content: `${content}\n`,
  });
  await window.showTextDocument(document, { preview: false });
}
