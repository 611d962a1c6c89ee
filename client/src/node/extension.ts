import type { ExtensionContext } from 'vscode';
import { activateClient, type MinutesExtension } from '../activate-client.ts';

/** Activates the extension on the desktop and on remote machines, where the server is a process. */
export function activate(context: ExtensionContext): MinutesExtension {
  return activateClient(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('server/dist/minutes-language-server.js');
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      'minutes',
      'Meeting Minutes',
      { run: server, debug: server },
      options,
    );
  });
}
