import { committedVersionRequest, commitsChangedNotification } from '../../protocol/baselines.ts';
import type { ClientAbilities } from '../client-abilities.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import type { Connection } from 'vscode-languageserver';

/** The versions of documents that are checked in, as the client knows them. */
export interface CommittedVersions {
  /** Returns the text of a document’s committed version; null where there is none or the client knows none. */
  of(uri: string): Promise<string | null>;
}

/** Asks the client once for each document, and again after commits; `onChange` is called then, before anything is asked for again. */
export function createCommittedVersions(
  connection: Connection,
  client: ClientAbilities,
  onChange: () => void,
): CommittedVersions {
  const versions = new Map<string, Promise<string | null>>();
  connection.onNotification(commitsChangedNotification, () => {
    versions.clear();
    onChange();
  });
  const ask = async (uri: string): Promise<string | null> => {
    const { text } = await connection.sendRequest(committedVersionRequest, { uri });
    return text;
  };
  return {
    of(uri) {
      if (!client.options.committedVersions) return Promise.resolve(null);
      const key = normalizeUri(uri);
      const known = versions.get(key);
      if (known !== undefined) return known;
      const asking = ask(uri).catch((error: unknown) => {
        connection.console.warn(`The committed version is not known: ${String(error)}`);
        return null;
      });
      versions.set(key, asking);
      return asking;
    },
  };
}
