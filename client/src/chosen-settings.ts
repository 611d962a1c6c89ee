import { Uri, workspace, type Disposable } from 'vscode';
import {
  DidChangeConfigurationNotification,
  type BaseLanguageClient,
  type ConfigurationMiddleware,
} from 'vscode-languageclient';

/**
 * Answers the server’s questions for settings with the rules that somebody chose, and whether the workspace is restricted:
 * the defaults, which the settings editor shows as a table, would override the `rules` of templates.
 */
export const chosenSettings: ConfigurationMiddleware['configuration'] = async (
  params,
  token,
  next,
) => {
  const answers: unknown = await next(params, token);
  if (!Array.isArray(answers)) return [];
  return answers.map((answer: unknown, index) =>
    typeof answer === 'object' && answer !== null && 'rules' in answer
      ? {
          ...answer,
          rules: chosenRules(params.items[index]?.scopeUri),
          restricted: !workspace.isTrusted,
        }
      : answer,
  );
};

/** Returns the severities that users, workspaces and folders set, the nearest last. */
function chosenRules(uri: string | undefined): Readonly<Record<string, string>> {
  const scope = uri === undefined ? undefined : Uri.parse(uri);
  const chosen = workspace
    .getConfiguration('minutes', scope)
    .inspect<Readonly<Record<string, string>>>('rules');
  return { ...chosen?.globalValue, ...chosen?.workspaceValue, ...chosen?.workspaceFolderValue };
}

/** Has the server ask for the settings again when the workspace is trusted. */
export function askAgainWhenTrusted(client: BaseLanguageClient): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    if (!client.isRunning()) return;
    void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  });
}
