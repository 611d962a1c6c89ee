import { fileURLToPath } from 'node:url';
import { inputRequired, inputResponse, type ServerContext } from '@modelcontextprotocol/server';
import type { FileSystem } from '../cli/environment.ts';
import { isRecord } from '../core/text/is-record.ts';

/** What a server knows of its client: since 2026-07-28 each request says it, before that the first one. */
interface KnownClient {
  getClientCapabilities(): unknown;
}

/** The folders that a request may use, or the question for them that is to be answered first. */
export type Roots =
  { readonly folders: readonly string[] } | { readonly question: ReturnType<typeof inputRequired> };

const rootsKey = 'roots';

/**
 * Returns the folders that the client names, absolute and after resolving links;
 * where the client can't name any, those that the server was started for.
 */
export function rootsOf(
  { mcpReq: { envelope, inputResponses } }: ServerContext,
  client: KnownClient,
  own: readonly string[],
  files: FileSystem,
): Roots {
  const declared: unknown =
    envelope === undefined
      ? client.getClientCapabilities()
      : Reflect.get(envelope, 'io.modelcontextprotocol/clientCapabilities');
  if (!isRecord(declared) || declared.roots === undefined) {
    return { folders: own.flatMap((path) => files.resolved(path) ?? []) };
  }
  const answer = inputResponse(inputResponses, rootsKey);
  if (answer.kind !== 'roots') {
    return {
      question: inputRequired({ inputRequests: { [rootsKey]: inputRequired.listRoots() } }),
    };
  }
  return { folders: foldersOf(answer.roots, files) };
}

/** Returns the path of a `file:` URI; none where it is another or malformed. */
function pathOf(uri: string): readonly string[] {
  if (!URL.canParse(uri) || new URL(uri).protocol !== 'file:') return [];
  const { host } = new URL(uri);
  return host === '' || host === 'localhost' ? [fileURLToPath(uri)] : [];
}

/**
 * Returns the folders that the client names where a listing can't wait for the answer to another request:
 * clients since 2026-07-28 get those that the server was started for.
 */
export async function askForRoots(
  context: ServerContext,
  client: KnownClient,
  own: readonly string[],
  files: FileSystem,
): Promise<readonly string[]> {
  const roots = rootsOf(context, client, own, files);
  if ('folders' in roots) return roots.folders;
  if (context.mcpReq.envelope !== undefined)
    return own.flatMap((path) => files.resolved(path) ?? []);
  const answer = await context.mcpReq.send({ method: 'roots/list' });
  return foldersOf(answer.roots, files);
}

function foldersOf(
  roots: readonly { readonly uri: string }[],
  files: FileSystem,
): readonly string[] {
  return roots.flatMap(({ uri }) => pathOf(uri)).flatMap((path) => files.resolved(path) ?? []);
}
