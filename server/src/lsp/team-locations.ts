import type { Location } from 'vscode-languageserver';
import type { IndexedMinutes, IndexedTeam } from '../core/meetings/indexed-minutes.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import type { Session } from './session.ts';

/** A team in minutes that are indexed. */
export interface TeamInMinutes {
  readonly minutes: IndexedMinutes;
  readonly team: IndexedTeam;
}

/** Returns where teams’ headings stand; files that have gone meanwhile are left out. */
export async function teamLocations(
  teams: readonly TeamInMinutes[],
  { documents, files, converter }: Session,
): Promise<Location[]> {
  const found = teams.map(async ({ minutes: { id }, team }): Promise<Location[]> => {
    const open = documents.get(id);
    const text = open?.text ?? (await files.readFile(id));
    if (text === null) return [];
    const document = { text, lines: createLineIndex(text) };
    return [{ uri: open?.uri ?? id, range: converter.toRange(document, team.contentRange) }];
  });
  return (await Promise.all(found)).flat();
}
