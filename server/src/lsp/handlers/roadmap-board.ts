import { moveItem } from '../../core/features/keys/move-row.ts';
import { roadmapBoard } from '../../core/features/roadmap-board.ts';
import { moveItemRequest, roadmapBoardRequest } from '../../protocol/roadmap-board.ts';
import { inSeries } from '../series/in-series.ts';
import { meetingAt, meetingsIn } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';

/** Answers with the roadmaps of minutes as columns, and with the edits that move an item. */
export function handleRoadmapBoard({ connection, converter, snapshots, series }: Session): void {
  connection.onRequest(roadmapBoardRequest, async ({ uri }) => {
    // The last meeting is known only then.
    await series.complete();
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { document, version } = snapshot;
    const meeting = meetingsIn(snapshot).find(({ isOfMany }) => isOfMany) ?? meetingAt(snapshot, 0);
    if (meeting === null) return null;
    const board = roadmapBoard(inSeries(meeting, series));
    return {
      ...board,
      version: version ?? 0,
      tables: board.tables.map(({ name, columns }) => ({
        name,
        columns: columns.map(({ horizon, items }) => ({
          horizon,
          items: items.map(({ text, change, offset }) => ({
            text,
            change,
            position: converter.toPosition(document, offset),
          })),
        })),
      })),
    };
  });
  connection.onRequest(moveItemRequest, async ({ uri, version, position, column, place }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes' || snapshot.version !== version) return null;
    const { document, subject } = snapshot;
    const { start } = converter.toOffsetRange(document, { start: position, end: position });
    const moved = moveItem(subject.input.minutes.markdown, start, column, place);
    return moved && converter.toEdits(document, moved.edits);
  });
}
