import type { Location } from 'vscode-languageserver';
import type { IndexedMinutes, IndexedTeam } from '../../core/meetings/indexed-minutes.ts';
import { currentMinutes } from '../documents/current-minutes.ts';
import type { Session } from '../session.ts';

/** A team in minutes that are indexed. */
export interface TeamInMinutes {
  readonly minutes: IndexedMinutes;
  readonly team: IndexedTeam;
}

/** Returns where teams’ headings are now; teams and files that have gone in the meantime are left out. */
export async function teamLocations(
  teams: readonly TeamInMinutes[],
  session: Session,
): Promise<Location[]> {
  const found = teams.map(async ({ minutes, team: { key } }): Promise<Location[]> => {
    const current = await currentMinutes(minutes, session);
    const team = current?.teams.find(({ heading }) => heading.key === key);
    if (!current || !team) return [];
    const range = session.converter.toRange(current.document, team.contentRange);
    return [{ uri: current.uri, range }];
  });
  return (await Promise.all(found)).flat();
}
