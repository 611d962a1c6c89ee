import { ConfigurationTarget, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';

/** Makes a document name its template by a modeline. */
export async function applyToFile(
  document: TextDocument,
  modeline: readonly TextEdit[],
  client: BaseLanguageClient,
): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...modeline]));
  await workspace.applyEdit(edit);
}

/** Makes the settings of a document's workspace name the template of all files that a glob holds. */
export async function applyToGlob(
  document: TextDocument,
  glob: string,
  template: string,
): Promise<void> {
  const settings = workspace.getConfiguration('minutes', document.uri);
  const inspected = settings.inspect<unknown>('templates');
  const inFolder = (workspace.workspaceFolders ?? []).length > 1;
  const present = inFolder ? inspected?.workspaceFolderValue : inspected?.workspaceValue;
  const entries: readonly unknown[] = Array.isArray(present) ? present : [];
  const others = entries.filter((entry) => !isFor(glob, entry));
  await settings.update(
    'templates',
    [{ files: glob, template }, ...others],
    inFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace,
  );
}

function isFor(glob: string, entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || !('files' in entry)) return false;
  return String(entry.files) === glob;
}
