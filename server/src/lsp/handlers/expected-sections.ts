import { expectedSections, type ExpectedSection } from '../../core/features/expected-sections.ts';
import { expectedSectionsRequest, type ExpectedPart } from '../../protocol/expected-sections.ts';
import { meetingsIn } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Answers with what the template expects of minutes against what is there. */
export function handleExpectedSections({ connection, converter, snapshots }: Session): void {
  connection.onRequest(expectedSectionsRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const meetings = meetingsIn(snapshot).map(({ input }) =>
      expectedSections(
        input.minutes,
        input.template,
        input.roster,
        input.fileName,
        snapshot.findings,
      ),
    );
    // Of many meetings none speaks for the file.
    const [only = null] = meetings.length === 1 ? meetings : [];
    return {
      version: snapshot.version ?? 0,
      parts: meetings
        .flatMap(({ sections }) => sections)
        .map((section) => toPart(section, snapshot, converter)),
      reported: only?.reported ?? null,
      cancelled: only?.cancelled ?? false,
    };
  });
}

function toPart(
  section: ExpectedSection,
  snapshot: Snapshot,
  converter: Session['converter'],
): ExpectedPart {
  return {
    ...section,
    range: converter.toRange(snapshot.document, section.range),
    headingRange: converter.toRange(snapshot.document, section.headingRange),
    children: section.children.map((child) => toPart(child, snapshot, converter)),
  };
}
