import { Uri, type ExtensionContext } from 'vscode';
import { activateClient, type MinutesExtension } from '../activate-client.ts';

/** Activates the extension in the browser, where the server is a worker. */
export function activate(context: ExtensionContext): MinutesExtension {
  return activateClient(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const program = Uri.joinPath(context.extensionUri, 'server/dist/browser/server.js');
    const startWorker = (): Promise<Worker> => Promise.resolve(new Worker(program.toString(true)));
    return new LanguageClient('minutes', 'Meeting Minutes', startWorker, options);
  });
}
