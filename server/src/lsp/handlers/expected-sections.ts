import { expectedSections, type ExpectedSection } from '../../core/features/expected-sections.ts';
import { expectedSectionsRequest, type ExpectedPart } from '../../protocol/expected-sections.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Answers with what the template expects of minutes against what is there. */
export function handleExpectedSections({ connection, converter, snapshots }: Session): void {
  connection.onRequest(expectedSectionsRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { minutes, template, roster, fileName } = snapshot.subject.input;
    const { sections, reported, cancelled } = expectedSections(
      minutes,
      template,
      roster,
      fileName,
      snapshot.findings,
    );
    return {
      version: snapshot.version ?? 0,
      parts: sections.map((section) => toPart(section, snapshot, converter)),
      reported,
      cancelled,
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
