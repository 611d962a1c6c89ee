import { DocumentHighlightKind } from 'vscode-languageserver';
import { documentHighlights } from '../../core/features/document-highlights.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';

/** Answers with the mentions of the team or lead at a position. */
export function handleDocumentHighlights({ connection, converter, snapshots }: Session): void {
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot === null) return null;
    const { document } = snapshot;
    const { start } = converter.toOffsetRange(document, { start: position, end: position });
    const meeting = meetingAt(snapshot, start);
    if (meeting === null) return null;
    const ranges = documentHighlights(meeting.input.minutes, meeting.input.template, start);
    if (ranges.length === 0) return null;
    return ranges.map((range) => ({
      range: converter.toRange(document, range),
      kind: DocumentHighlightKind.Text,
    }));
  });
}
