import { commands, Disposable, window, workspace, type TextDocument } from 'vscode';

/** The container of our views before the server fills them. */
export interface ContainerView {
  readonly disposable: Disposable;
  /** Hands the views to what fills them. */
  readonly onceStarted: () => void;
}

/**
 * Shows the container of our views once a Markdown document is open; folders without any get no icon.
 * The views are empty, and so say how to begin, until the server starts.
 */
export function showContainer(): ContainerView {
  const empty = Disposable.from(
    ...['minutes.expected', 'minutes.series'].map((view) =>
      window.registerTreeDataProvider<never>(view, {
        getChildren: () => [],
        getTreeItem: (item) => item,
      }),
    ),
  );
  const showFor = ({ languageId }: TextDocument): void => {
    if (languageId === 'markdown') setContext('minutes.isActive');
  };
  workspace.textDocuments.forEach(showFor);
  return {
    disposable: Disposable.from(empty, workspace.onDidOpenTextDocument(showFor)),
    onceStarted: () => {
      empty.dispose();
      setContext('minutes.isActive');
      setContext('minutes.isStarted');
    },
  };
}

function setContext(key: string): void {
  void commands.executeCommand('setContext', key, true);
}
