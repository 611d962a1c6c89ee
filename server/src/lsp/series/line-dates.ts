import type { Connection } from 'vscode-languageserver';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { noUsage } from '../../core/meetings/evidence.ts';
import { linesSince } from '../../core/meetings/lines-since.ts';
import type { LineSince } from '../../core/meetings/witness.ts';
import { lineDatesRequest } from '../../protocol/baselines.ts';
import type { ClientAbilities } from '../client-abilities.ts';

/** Since when the lines of templates are as they are, as the client's git knows it. */
export interface LineDates {
  of(source: TemplateSource): Promise<LineSince>;
  /** Forgets all, for commits changed. */
  forget(): void;
}

/** Asks the client once for each version of a template; where it doesn't know, all minutes could follow every line. */
export function createLineDates(connection: Connection, client: ClientAbilities): LineDates {
  const known = new Map<
    string,
    { readonly source: TemplateSource; readonly since: Promise<LineSince> }
  >();
  const ask = async ({ id, template }: TemplateSource): Promise<LineSince> => {
    const blamed = await connection.sendRequest(lineDatesRequest, { uri: id });
    return blamed === null ? noUsage.since : linesSince(blamed, template.text);
  };
  return {
    of(source) {
      if (!client.options.lineDates || source.root === null) return Promise.resolve(noUsage.since);
      const before = known.get(source.id);
      if (before?.source === source) return before.since;
      const since = ask(source).catch((error: unknown) => {
        connection.console.warn(
          `Since when a template’s lines hold is not known: ${String(error)}`,
        );
        return noUsage.since;
      });
      known.set(source.id, { source, since });
      return since;
    },
    forget() {
      known.clear();
    },
  };
}
