import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient';
import { requestCodeActions, resolveEdit } from './request-code-actions.ts';

/** Writes a change of teams in the active editor into later minutes: the one that the user picks, after a preview. */
export async function applyToLater(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const actions = await requestCodeActions(client, document, 'refactor.rewrite.later');
  if (actions.length === 0) {
    window.setStatusBarMessage(l10n.t('Later minutes already have every change in these.'), 5000);
  }
  const chosen = actions.length > 1 ? await pick(actions) : actions[0];
  const changes = chosen && (await resolveEdit(client, chosen));
  if (changes) await workspace.applyEdit(changes, { isRefactoring: true });
}

async function pick(actions: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const picks = actions.map((action) => ({ label: action.title, action }));
  const title = l10n.t('Apply to Later Minutes');
  return (await window.showQuickPick(picks, { title }))?.action;
}
