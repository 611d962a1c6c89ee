import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { localDate } from '../lsp/local-date.ts';
import { createServer } from '../lsp/server.ts';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
createServer(connection, {
  createFileSystem: (client) => client,
  today: localDate,
  translations: () => null,
  messagesRead: () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    }),
});
