import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { readSettings, type MinutesSettings } from '../protocol/settings.ts';
import { errorText } from './error-text.ts';
import { globProblem } from '../core/text/match-glob.ts';
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
    if (!client.answersConfiguration) sent = warnOfGlobs(readSettings(sectionOf(settings)));
    onChange();
  });

  const warned = new Set<string>();
  const warnOfGlobs = (settings: MinutesSettings): MinutesSettings => {
    for (const glob of settings.templates.flatMap(({ files }) => files)) {
      const problem = globProblem(glob);
      if (problem === null || warned.has(glob)) continue;
      warned.add(glob);
      connection.console.warn(`minutes.templates: the glob “${glob}” can’t be read: ${problem}`);
    }
    return settings;
  };

  const ask = async (uri: string | null): Promise<MinutesSettings> => {
    const item = { section: 'minutes', ...(uri === null ? {} : { scopeUri: uri }) };
    const answer: unknown = await connection.workspace.getConfiguration(item);
    return warnOfGlobs(readSettings(answer));
  };

  /** Takes the settings of the start where the client fails, or until it answers late. */
  const askOrDefault = async (scope: string | null): Promise<MinutesSettings> => {
    const asked = ask(scope).catch((error: unknown) => {
      connection.console.warn(`The settings are not known: ${errorText(error)}`);
      return sent;
    });
    const inTime = await within(patience, asked);
    if (inTime !== null) return inTime;
    connection.console.warn(
      'The client has not said its settings; the defaults hold until it does',
    );
    void asked.then((late) => {
      answers.set(scope, Promise.resolve(late));
      onChange();
    });
    return sent;
  };

  return {
    of(uri) {
      if (!client.answersConfiguration) return Promise.resolve(sent);
      const scope = uri === null ? null : scopeOf(uri);
      const known = answers.get(scope) ?? askOrDefault(scope);
      answers.set(scope, known);
      return known;
    },
  };
}

/** How long a client may take to say its settings, in milliseconds. */
const patience = 1000;

/** Resolves with what is promised, or with null after a time. */
async function within<Value>(
  milliseconds: number,
  promised: Promise<Value>,
): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  const first = await Promise.race([promised, late]);
  clearTimeout(timer);
  return first;
}

/** Settings hold for a folder, so that a client is asked once for all files in it. */
function scopeOf(uri: string): string {
  return schemeOf(uri) === 'untitled' ? uri : parentOf(uri);
}

/** Asks the client for notifications when the settings change, where it supports them. */
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
