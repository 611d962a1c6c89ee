import { teamAround } from '../../core/features/team-at.ts';
import { nearUpdate } from '../../core/meetings/near-update.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { nearUpdateRequest } from '../../protocol/near-update.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';
import { teamLocations } from '../actions/team-locations.ts';

/** Answers where a team's previous or next update is. */
export function handleNearUpdate(session: Session): void {
  const { connection, converter, series, snapshots } = session;
  connection.onRequest(nearUpdateRequest, async ({ uri, position, direction }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot === null) return null;
    const range = { start: position, end: position };
    const { start } = converter.toOffsetRange(snapshot.document, range);
    const meeting = meetingAt(snapshot, start);
    if (meeting === null) return null;
    const { source, input, id } = meeting;
    const { minutes, template, fileName } = input;
    const matched = teamAround(minutes, template, start);
    if (matched === null) return null;
    await series.complete();
    const { team } = matched.team;
    const own = { id, date: dateOf(minutes, template, fileName) };
    const found = nearUpdate(normalizeText(team), own, direction, series.of(source));
    const [location = null] = found === null ? [] : await teamLocations([found], session);
    return { team, location };
  });
}
