import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
  ConfigurationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { createServer } from '../../server/src/lsp/server.ts';
import { createNodeFileSystem } from '../../server/src/node/file-system.ts';
import { messagesRead } from '../../server/src/node/messages-read.ts';
import { uriOf } from './lsp-client.ts';

/** A client of a server in the same process, so that a test can make parts of it fail. */
export interface InProcessClient {
  readonly connection: ProtocolConnection;
  /** The errors that the server logged. */
  readonly logged: readonly string[];
}

/** Starts the server’s source in this process and introduces a client; streams in memory end with the test’s process. */
export async function startInProcess(
  folder: string,
  capabilities: ClientCapabilities,
): Promise<InProcessClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  createServer(server, {
    createFileSystem: createNodeFileSystem,
    today: () => '2030-01-01',
    messagesRead,
    translations: () => null,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const logged: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) logged.push(message);
  });
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.listen();
  const uri = uriOf(folder);
  await connection.sendRequest(InitializeRequest.method, {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri, name: uri }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, logged };
}
