import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { readSettings, type MinutesSettings } from '../protocol/settings.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { parentOf, schemeOf } from './documents/document-uri.ts';

/** The user's settings as the client has them. */
export interface Settings {
  /** Returns the settings that hold for a document; of the workspace where it is null. */
  of(uri: string | null): Promise<MinutesSettings>;
}

/** Follows the settings: asks a client that answers, else takes what the client sends by itself. */
export function followSettings(
  connection: Connection,
  client: ClientAbilities,
  onChange: () => void,
): Settings {
  const answers = new Map<string | null, Promise<MinutesSettings>>();
  let sent = readSettings(client.options.settings);

  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    answers.clear();
    if (!client.answersConfiguration) sent = readSettings(sectionOf(settings));
    onChange();
  });

  const ask = async (uri: string | null): Promise<MinutesSettings> => {
    const item = { section: 'minutes', ...(uri === null ? {} : { scopeUri: uri }) };
    const answer: unknown = await connection.workspace.getConfiguration(item);
    return readSettings(answer);
  };

  return {
    of(uri) {
      if (!client.answersConfiguration) return Promise.resolve(sent);
      const scope = uri === null ? null : scopeOf(uri);
      const known = answers.get(scope) ?? ask(scope);
      answers.set(scope, known);
      return known;
    },
  };
}

/** Settings hold for a folder, so that a client is asked once for all files in it. */
function scopeOf(uri: string): string {
  return schemeOf(uri) === 'untitled' ? uri : parentOf(uri);
}

/** Asks the client to tell when the settings change, where it wants to be asked. */
export async function registerSettings({
  connection,
  client,
}: {
  readonly connection: Connection;
  readonly client: ClientAbilities;
}): Promise<void> {
  if (!client.registersConfiguration) return;
  await connection.client.register(DidChangeConfigurationNotification.type, {
    section: 'minutes',
  });
}

function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return settings;
  return 'minutes' in settings ? settings.minutes : settings;
}
