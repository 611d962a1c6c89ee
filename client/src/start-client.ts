import {
  commands,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/initialization-options.ts';
import { chooseTemplate } from './commands/choose-template.ts';
import type { CommandHandlers } from './commands/command-names.ts';
import { fixAll } from './commands/fix-all.ts';
import { insertSection } from './commands/insert-section.ts';
import { openTemplate } from './commands/open-template.ts';
import { openTemplateAtFinding } from './commands/open-template-at-finding.ts';
import { showLocation } from './commands/show-location.ts';
import { serveFiles } from './serve-files.ts';
import { showTemplateStatus } from './views/template-status.ts';
import { showTrustStatus } from './views/trust-status.ts';

/** Creates the language client, which differs between the desktop and the browser. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Starts the server, shows what it says of the active editor, and returns what the commands do. */
export async function startClient(
  context: ExtensionContext,
  createClient: CreateClient,
): Promise<CommandHandlers> {
  const output = window.createOutputChannel('Meeting Minutes', { log: true });
  const client = await createClient(clientOptions(context, output));
  const status = showTemplateStatus(client);
  context.subscriptions.push(
    output,
    client,
    status.disposable,
    showTrustStatus(),
    ...serveFiles(client),
  );
  await client.start();
  await commands.executeCommand('setContext', 'minutes.isActive', true);
  return {
    chooseTemplate: () => chooseTemplate(client),
    openTemplate: () => openTemplate(status.current()),
    openTemplateAtFinding,
    fixAll,
    insertTeam: () => insertSection(client, 'team'),
    insertSection: () => insertSection(client, 'section'),
    restartServer: () => restart(client),
    showOutput: () => {
      output.show();
      return Promise.resolve();
    },
    showLocation,
  };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

function clientOptions(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
): LanguageClientOptions {
  const pages = Uri.joinPath(context.extensionUri, 'docs/rules/');
  return {
    documentSelector: documentSchemes().flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/.minutes/**/*.{yml,yaml}' },
    ]),
    initializationOptions: {
      rulePages: pages.toString(),
      fileRequests: true,
      statusNotifications: true,
      showLocationCommand: 'minutes.showLocation',
      settings: null,
    } satisfies InitializationOptions,
    diagnosticPullOptions: { onChange: true },
    outputChannel,
  };
}

/** The schemes of documents that a template may claim; others are past versions and the like. */
function documentSchemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}
