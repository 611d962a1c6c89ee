import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { onceClaimable } from './claimable-workspace.ts';
import { commandNames, type CommandHandlers } from './commands/command-names.ts';
import { registerAgentTools } from './register-agent-tools.ts';
import type { CreateClient, StartedClient } from './start-client.ts';
import { showContainer } from './views/show-container.ts';
import { extendPreview, type PreviewTemplates } from './views/preview.ts';

/** What the extension is to others: VS Code's Markdown preview asks it to extend markdown-it. */
export interface MinutesExtension {
  readonly extendMarkdownIt: ReturnType<typeof extendPreview>;
}

/**
 * Registers the commands and the tools of agents, and starts the server as soon as a template may claim a file or a command needs it.
 * Until then nothing of the language client is loaded.
 */
export function activateClient(
  context: ExtensionContext,
  createClient: CreateClient,
): MinutesExtension {
  const previews: PreviewTemplates = { templates: new Map(), drawn: new Set() };
  let starting: Promise<StartedClient> | null = null;
  const container = showContainer();
  const start = (): Promise<StartedClient> =>
    (starting ??= load(context, createClient, previews, container.onceStarted));

  const register = (name: keyof CommandHandlers): Disposable =>
    commands.registerCommand(`minutes.${name}`, async (...args: unknown[]) => {
      await (await start()).handlers[name](...args);
    });
  context.subscriptions.push(
    container.disposable,
    ...commandNames.map(register),
    onceClaimable(start),
    registerAgentTools(async () => (await start()).tools),
  );
  return { extendMarkdownIt: extendPreview(previews) };
}

async function load(
  context: ExtensionContext,
  createClient: CreateClient,
  previews: PreviewTemplates,
  onceStarted: () => void,
): Promise<StartedClient> {
  const { startClient } = await import('./start-client.ts');
  onceStarted();
  return startClient(context, createClient, previews);
}
