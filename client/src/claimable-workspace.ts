import { Disposable, Uri, workspace, type TextDocument } from 'vscode';

/**
 * Calls back once, as soon as a template may claim a file: where a `.minutes/` folder holds Markdown,
 * settings name a template, or a Markdown document has a modeline.
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
  if (settingsNameTemplates() || (await foldersHoldTemplates())) return true;
  const documents = await Promise.all(workspace.textDocuments.map(isClaimableDocument));
  return documents.includes(true);
}

function settingsNameTemplates(): boolean {
  const places = [undefined, ...(workspace.workspaceFolders ?? [])];
  return places.some((place) => {
    const templates: unknown = workspace.getConfiguration('minutes', place).get('templates');
    return Array.isArray(templates) && templates.length > 0;
  });
}

async function foldersHoldTemplates(): Promise<boolean> {
  const found = await workspace.findFiles('**/.minutes/*.md', undefined, 1);
  return found.length > 0;
}

async function isClaimableDocument(document: TextDocument): Promise<boolean> {
  if (!isMarkdown(document)) return false;
  return mentionsTemplate(document.getText()) || hasTemplatesBeside(document.uri);
}

function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown';
}

function mentionsTemplate(text: string): boolean {
  return text.includes('minutes-template');
}

/** Tells whether a file outside the workspace lies below a folder with `.minutes/`. */
async function hasTemplatesBeside(uri: Uri): Promise<boolean> {
  if (uri.scheme !== 'file' || workspace.getWorkspaceFolder(uri) !== undefined) return false;
  const parent = Uri.joinPath(uri, '..');
  if (parent.path === uri.path) return false;
  return (await exists(Uri.joinPath(parent, '.minutes'))) || hasTemplatesBeside(parent);
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
