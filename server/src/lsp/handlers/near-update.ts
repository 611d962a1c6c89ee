import { teamAround } from '../../core/features/team-at.ts';
import { nearUpdate } from '../../core/meetings/near-update.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { nearUpdateRequest } from '../../protocol/near-update.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';
import { teamLocations } from '../actions/team-locations.ts';

/** Answers where a team's previous or next update is. */
export function handleNearUpdate(session: Session): void {
  const { connection, converter, series, snapshots } = session;
  connection.onRequest(nearUpdateRequest, async ({ uri, position, direction }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { source, input } = snapshot.subject;
    const { minutes, template, fileName } = input;
    const range = { start: position, end: position };
    const { start } = converter.toOffsetRange(snapshot.document, range);
    const matched = teamAround(minutes, template, start);
    if (matched === null) return null;
    await series.complete();
    const { team } = matched.team;
    const own = { id: normalizeUri(uri), date: dateOf(minutes, template, fileName) };
    const found = nearUpdate(normalizeText(team), own, direction, series.of(source));
    const [location = null] = found === null ? [] : await teamLocations([found], session);
    return { team, location };
  });
}
