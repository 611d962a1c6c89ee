import { Disposable, Uri, workspace, type TextDocument } from 'vscode';

/**
 * Calls back once, as soon as a template may claim a file: where a `.minutes/` folder holds Markdown or is above
 * a Markdown document, settings name a template, or a Markdown document has a modeline.
 */
export function onceClaimable(callback: () => Promise<unknown>): Disposable {
  const listeners: Disposable[] = [];
  const stop = (): void => {
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const startIf = async (isClaimable: boolean | Promise<boolean>): Promise<void> => {
    if (!(await isClaimable) || listeners.length === 0) return;
    stop();
    await callback();
  };
  const templates = workspace.createFileSystemWatcher('**/.minutes/*.md', false, true, true);
  listeners.push(
    templates,
    templates.onDidCreate(() => startIf(true)),
    workspace.onDidOpenTextDocument((document) => startIf(isClaimableDocument(document))),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      startIf(
        isMarkdown(document) &&
          contentChanges.some(({ range }) => mentionsTemplate(document.lineAt(range.start).text)),
      ),
    ),
    workspace.onDidChangeConfiguration(() => startIf(settingsNameTemplates())),
    workspace.onDidChangeWorkspaceFolders(() => startIf(foldersHoldTemplates())),
  );
  void startIf(isClaimableNow());
  return new Disposable(stop);
}

async function isClaimableNow(): Promise<boolean> {
  if (settingsNameTemplates()) return true;
  const documents = await Promise.all(workspace.textDocuments.map(isClaimableDocument));
  return documents.includes(true) || foldersHoldTemplates();
}

function settingsNameTemplates(): boolean {
  const places = [undefined, ...(workspace.workspaceFolders ?? [])];
  return places.some((place) => {
    const templates: unknown = workspace.getConfiguration('minutes', place).get('templates');
    return Array.isArray(templates) && templates.length > 0;
  });
}

/** Searches the folders; what settings hide, or a file system without search has, is only found beside documents. */
async function foldersHoldTemplates(): Promise<boolean> {
  const found = await workspace.findFiles('**/.minutes/*.md', undefined, 1);
  return found.length > 0;
}

async function isClaimableDocument(document: TextDocument): Promise<boolean> {
  if (!isMarkdown(document)) return false;
  return mentionsTemplate(document.getText()) || hasTemplatesAbove(document.uri);
}

function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown';
}

function mentionsTemplate(text: string): boolean {
  return text.includes('minutes-template');
}

/** Returns whether a file lies below a folder with `.minutes/`, inside of its workspace folder where it has one. */
async function hasTemplatesAbove(uri: Uri): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined && uri.scheme !== 'file') return false;
  for (let path = uri; path.path !== '/' && path.path !== folder?.uri.path;) {
    path = Uri.joinPath(path, '..');
    if (await exists(Uri.joinPath(path, '.minutes'))) return true;
  }
  return false;
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
