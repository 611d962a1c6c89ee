import { Uri, type ExtensionContext } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { activateClient, type MinutesExtension } from '../activate-client.ts';

/** Activates the extension in the browser, where the server is a worker. */
export function activate(context: ExtensionContext): MinutesExtension {
  return activateClient(context, async (options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
      await import('vscode-languageclient/browser');
    const program = Uri.joinPath(context.extensionUri, 'server/dist/browser/server.js');
    // The extension host's workers are not instances of its `Worker`, which the client would check.
    const startServer = (): Promise<MessageTransports> => {
      const worker = new Worker(program.toString(true));
      return Promise.resolve({
        reader: new BrowserMessageReader(worker),
        writer: new BrowserMessageWriter(worker),
      });
    };
    return new LanguageClient('minutes', 'Meeting Minutes', startServer, options);
  });
}
