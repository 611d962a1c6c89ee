import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { isRecord } from '../core/text/is-record.ts';
import { internalError } from '../core/text/internal-error.ts';
import { errorText } from './error-text.ts';

/**
 * Returns the connection with handlers that never fail silently: what they throw goes to the client's log with its stack,
 * and the client is notified of an internal error. `before` is called before each of them. Errors of the protocol are answers, and pass as they are.
 */
export function logFailures(connection: Connection, before: () => void): Connection {
  return withGuards(connection, {
    before,
    log(error) {
      connection.console.error(errorText(error));
    },
  });
}

/** What happens around each handler. */
interface Guards {
  /** Throws where the client may not ask. */
  readonly before: () => void;
  readonly log: (error: unknown) => void;
}

/** Guards the functions that are given to `on…`, here and in what the target holds, as in `languages.diagnostics.on`. */
function withGuards<Target extends object>(target: Target, guards: Guards): Target {
  return new Proxy(target, {
    get(_, name): unknown {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'object' && value !== null) return withGuards(value, guards);
      if (typeof value !== 'function') return value;
      const registers = /^on(?![a-z])/.test(String(name));
      return (...args: readonly unknown[]): unknown =>
        Reflect.apply(
          value,
          target,
          registers
            ? args.map((each) => guarded(each, featureOf(String(name), args), guards))
            : args,
        );
    },
  });
}

function guarded(handler: unknown, feature: string, guards: Guards): unknown {
  if (typeof handler !== 'function') return handler;
  return (...args: readonly unknown[]): unknown => {
    const fail = (error: unknown): never => {
      if (error instanceof ResponseError) throw error;
      guards.log(error);
      const { message } = internalError(`${feature}${documentOf(args[0])}`, error);
      throw new ResponseError(ErrorCodes.InternalError, message);
    };
    try {
      guards.before();
      const answer: unknown = Reflect.apply(handler, undefined, args);
      return answer instanceof Promise ? answer.catch(fail) : answer;
    } catch (error) {
      return fail(error);
    }
  };
}

/** Returns LSP’s name of what a handler is registered for, else the name of the function that registers it. */
function featureOf(registers: string, [type]: readonly unknown[]): string {
  return isRecord(type) && typeof type.method === 'string' ? type.method : registers;
}

/** Returns the document that a request is about, as the end of a phrase. */
function documentOf(params: unknown): string {
  const document = isRecord(params) ? params.textDocument : null;
  return isRecord(document) && typeof document.uri === 'string' ? ` on ${document.uri}` : '';
}
