import { unfilledPlaces } from '../../core/features/unfilled-places.ts';
import { unfilledPlacesRequest } from '../../protocol/unfilled-places.ts';
import { containsRange } from '../../core/text/offset-range.ts';
import { meetingsIn } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';

/** Answers with the places at which minutes are still to be written. */
export function handleUnfilledPlaces({ connection, converter, snapshots }: Session): void {
  connection.onRequest(unfilledPlacesRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { findings } = snapshot;
    const ranges = meetingsIn(snapshot).flatMap(({ input: { minutes, template }, range }) =>
      unfilledPlaces(
        minutes,
        template,
        findings.filter((finding) => containsRange(range, finding.range)),
      ),
    );
    return {
      version: snapshot.version ?? 0,
      ranges: ranges.map((range) => converter.toRange(snapshot.document, range)),
    };
  });
}
