import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';

/** Where a server is between its client's first request and its last (LSP 3.18, “Server lifecycle”). */
export interface Lifecycle {
  /**
   * Says that the client introduces itself.
   * @throws ResponseError where it has done so before.
   */
  readonly initialize: () => void;
  /** @throws ResponseError where the client has asked the server to shut down. */
  readonly demandRunning: () => void;
}

/** Follows the lifecycle, and answers requests that no handler takes, among them all that come too early. */
export function followLifecycle(connection: Connection): Lifecycle {
  let state: 'new' | 'running' | 'shut down' = 'new';
  const lifecycle: Lifecycle = {
    initialize() {
      if (state !== 'new') {
        throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized');
      }
      state = 'running';
    },
    demandRunning() {
      if (state === 'shut down') {
        throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down');
      }
    },
  };
  connection.onShutdown(() => {
    state = 'shut down';
  });
  connection.onRequest((method) => {
    lifecycle.demandRunning();
    throw state === 'new'
      ? new ResponseError(
          ErrorCodes.ServerNotInitialized,
          'The client has not initialized the server',
        )
      : new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
  });
  return lifecycle;
}
