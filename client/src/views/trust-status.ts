import { Disposable, l10n, languages, workspace } from 'vscode';

/** Says in the language status of Markdown, while the workspace is in Restricted Mode, what is left out there. */
export function showTrustStatus(): Disposable {
  if (workspace.isTrusted) return Disposable.from();
  const item = languages.createLanguageStatusItem('minutes.trust', { language: 'markdown' });
  item.name = l10n.t('Minutes in Restricted Mode');
  item.text = `$(workspace-untrusted) ${l10n.t('Restricted Mode')}`;
  item.detail = l10n.t('The settings don’t choose templates here');
  item.command = { command: 'workbench.trust.manage', title: l10n.t('Manage Trust…') };
  return Disposable.from(
    item,
    workspace.onDidGrantWorkspaceTrust(() => {
      item.dispose();
    }),
  );
}
