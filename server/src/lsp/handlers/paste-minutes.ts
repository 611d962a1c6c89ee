import { pasteMinutes } from '../../core/features/paste/paste-minutes.ts';
import { pasteMinutesRequest } from '../../protocol/paste-minutes.ts';
import type { Session } from '../session.ts';

/** Answers with what pasted content becomes in minutes. */
export function handlePasteMinutes({ connection, converter, snapshots }: Session): void {
  connection.onRequest(pasteMinutesRequest, async ({ uri, version, position, html, text }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes' || snapshot.version !== version) return null;
    const { start } = converter.toOffsetRange(snapshot.document, {
      start: position,
      end: position,
    });
    const { minutes, template, fileName } = snapshot.subject.input;
    return pasteMinutes({ html, text }, minutes, template, fileName, start);
  });
}
