import type { Location } from 'vscode-languageserver';
import type { IndexedMinutes, IndexedTeam } from '../core/meetings/indexed-minutes.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { textOf } from './open-documents.ts';
import type { Session } from './session.ts';

/** A team in minutes that are indexed. */
export interface TeamInMinutes {
  readonly minutes: IndexedMinutes;
  readonly team: IndexedTeam;
}

/** Returns where teams’ headings stand; files that have gone meanwhile are left out. */
export async function teamLocations(
  teams: readonly TeamInMinutes[],
  session: Session,
): Promise<Location[]> {
  const found = teams.map(async ({ minutes: { id }, team }): Promise<Location[]> => {
    const text = await textOf(id, session);
    if (text === null) return [];
    const document = { text, lines: createLineIndex(text) };
    const uri = session.documents.get(id)?.uri ?? id;
    return [{ uri, range: session.converter.toRange(document, team.contentRange) }];
  });
  return (await Promise.all(found)).flat();
}
