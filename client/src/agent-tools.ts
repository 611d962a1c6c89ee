import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  checkToolRequest,
  describeToolRequest,
  explainToolRequest,
} from '../../server/src/protocol/agent-tools.ts';
import type { AgentTools } from './register-agent-tools.ts';

/** Returns the tools, which ask the server. */
export function createAgentTools(client: BaseLanguageClient): AgentTools {
  return {
    async minutes_check({ path }) {
      const uri = (await findInWorkspace(path)).toString();
      const { text } = await client.sendRequest(checkToolRequest, { uri });
      return text ?? unclaimed();
    },
    async minutes_template({ path }) {
      const uri = (await findInWorkspace(path)).toString();
      const { text } = await client.sendRequest(describeToolRequest, { uri });
      return text ?? unclaimed();
    },
    async minutes_rule({ rule }) {
      const { text } = await client.sendRequest(explainToolRequest, { rule: String(rule) });
      if (text === null) throw new Error(l10n.t('There is no rule “{0}”', String(rule)));
      return text;
    },
  };
}

function unclaimed(): string {
  return l10n.t('No template in the workspace claims this file.');
}

/** Returns the file of a path in a folder of the workspace; nothing outside is looked at. */
async function findInWorkspace(path: unknown): Promise<Uri> {
  const active = window.activeTextEditor?.document.uri;
  if (typeof path !== 'string' || path === '') {
    if (active !== undefined) return active;
    throw new Error(l10n.t('Give the path of the minutes.'));
  }
  for (const { uri: folder } of workspace.workspaceFolders ?? []) {
    const inside = path.startsWith(`${folder.path}/`) ? path.slice(folder.path.length + 1) : path;
    const uri = Uri.joinPath(folder, inside);
    if (!uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`)) continue;
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) return uri;
  }
  throw new Error(l10n.t('There is no file “{0}” in the workspace.', path));
}
