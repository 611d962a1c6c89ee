import { InitializeRequest, type Message, type MessageStrategy } from 'vscode-languageserver';
import { isRecord } from '../core/text/is-record.ts';

/** Gives a client that says nothing of its capabilities none, where the connection would fail on them. */
export const tolerateInitialize: MessageStrategy = {
  handleMessage(message, next) {
    void next(withCapabilities(message));
  },
};

function withCapabilities(message: Message): Message {
  const { method, params }: Record<string, unknown> = isRecord(message) ? message : {};
  if (method !== InitializeRequest.method || (isRecord(params) && isRecord(params.capabilities))) {
    return message;
  }
  const given = isRecord(params) ? params : {};
  return Object.assign(message, {
    params: { processId: null, rootUri: null, ...given, capabilities: {} },
  });
}
