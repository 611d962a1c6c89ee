import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  languages,
  Uri,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { weeklyTemplate } from '../../support/weekly.ts';

/** The group's template with a section that is required however many minutes lack it. */
export const strictTemplate = weeklyTemplate.replace(
  '## Next Steps',
  '## Next Steps <!-- required -->',
);

/** Returns the URI of a path in the workspace's folder. */
export function inWorkspace(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'The suite runs in a folder');
  return Uri.joinPath(folder.uri, path);
}

/** Writes a file into the workspace, and opens it. */
export async function openFile(path: string, text: string): Promise<TextDocument> {
  await workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  return workspace.openTextDocument(inWorkspace(path));
}

/** Resolves with the extension's diagnostics of a document as soon as they fit; rejects with those that it has after 40 seconds. */
export function diagnosticsOf(
  { uri }: Pick<TextDocument, 'uri'>,
  fits: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const current = (): readonly Diagnostic[] =>
    languages.getDiagnostics(uri).filter(({ source = '' }) => source.startsWith('Meeting Minutes'));
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(deadline);
      listener.dispose();
    };
    const listener = languages.onDidChangeDiagnostics(() => {
      look();
    });
    const deadline = setTimeout(() => {
      end();
      const found = current().map(({ message }) => message);
      reject(new Error(`${uri.path} has ${String(found.length)}: ${found.join('; ')}`));
    }, 40_000);
    const look = (): void => {
      if (!fits(current())) return;
      end();
      resolve(current());
    };
    look();
  });
}

/** Returns the quick fixes for a diagnostic; asks again while there are none, because VS Code forgets them when an extension registers code actions in the meantime. */
export async function quickFixesOf(
  { uri }: TextDocument,
  diagnostic: Diagnostic | undefined,
): Promise<readonly CodeAction[]> {
  assert.ok(diagnostic);
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
      CodeActionKind.QuickFix.value,
    );
    if (actions.length > 0) return actions;
  }
}

/** Returns the rule of a diagnostic, and the page that explains it. */
export function codeOf({ code }: Diagnostic): { readonly rule: string; readonly page: Uri | null } {
  return typeof code === 'object'
    ? { rule: String(code.value), page: code.target }
    : { rule: String(code), page: null };
}
