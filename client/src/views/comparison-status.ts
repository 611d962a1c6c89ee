import { Disposable, l10n, languages, window, type Uri } from 'vscode';

/** What minutes are compared with, or why they are not. */
export type Comparison =
  'compared' | 'no-git' | 'no-repository' | 'rebasing' | 'not-committed' | 'binary' | 'restricted';

/** Says whether the active minutes are compared with their committed version. */
export interface ComparisonStatus {
  readonly disposable: Disposable;
  readonly set: (uri: Uri, comparison: Comparison) => void;
}

/** Shows in the language status of minutes whether lost updates would be seen, and why not. */
export function showComparisonStatus(): ComparisonStatus {
  /** Also of closed documents, for which the server does not ask again when they are opened. */
  const comparisons = new Map<string, Comparison>();
  const item = languages.createLanguageStatusItem('minutes.comparison', []);
  item.name = l10n.t('Lost Updates');
  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const comparison = uri === undefined ? undefined : comparisons.get(uri);
    item.selector = comparison === undefined ? [] : { language: 'markdown' };
    if (comparison === undefined) return;
    item.text = `$(git-commit) ${titleOf(comparison)}`;
    item.detail = detailOf(comparison);
  };
  const disposable = Disposable.from(item, window.onDidChangeActiveTextEditor(update));
  return {
    set(uri, comparison) {
      comparisons.set(uri.toString(), comparison);
      update();
    },
    disposable,
  };
}

function titleOf(comparison: Comparison): string {
  return comparison === 'compared' || comparison === 'not-committed'
    ? l10n.t('Lost updates are detected')
    : l10n.t('Lost updates are not detected');
}

function detailOf(comparison: Comparison): string {
  switch (comparison) {
    case 'compared':
      return l10n.t('Compared with the last commit');
    case 'not-committed':
      return l10n.t('This file is not committed yet');
    case 'no-git':
      return l10n.t('The Git extension is missing or disabled');
    case 'no-repository':
      return l10n.t('The file is not in a Git repository');
    case 'rebasing':
      return l10n.t('A rebase is in progress');
    case 'binary':
      return l10n.t('The committed version is binary');
    case 'restricted':
      return l10n.t('Git is not used in Restricted Mode');
  }
}
