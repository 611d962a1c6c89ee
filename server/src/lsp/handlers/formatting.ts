import { formatMinutes, formatTableAt } from '../../core/features/formatting.ts';
import { rangesTouch } from '../../core/text/offset-range.ts';
import type { Session } from '../session.ts';

/** What the server formats while it is typed: the table in which a cell or a row was just ended. */
export const onTypeFormatting = { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] };

/** Formats claimed minutes: the whole, a range, and tables while they are typed. */
export function handleFormatting({ connection, converter, snapshots }: Session): void {
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    return converter.toEdits(
      snapshot.document,
      formatMinutes(snapshot.subject.input.minutes, null),
    );
  });

  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const place = converter.toOffsetRange(snapshot.document, range);
    return converter.toEdits(
      snapshot.document,
      formatMinutes(snapshot.subject.input.minutes, place),
    );
  });

  connection.onDocumentOnTypeFormatting(async ({ textDocument, position, ch }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { document } = snapshot;
    const cursor = converter.toOffsetRange(document, { start: position, end: position });
    const offset = ch === '\n' ? document.lines.lineRangeAt(cursor.start).start - 1 : cursor.start;
    const { markdown } = snapshot.subject.input.minutes;
    const edits = formatTableAt(markdown, Math.max(offset, 0));
    return converter.toEdits(
      document,
      edits.filter(({ range }) => !rangesTouch(range, cursor)),
    );
  });
}
