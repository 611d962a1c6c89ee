import { pasteMinutes } from '../../core/features/paste/paste-minutes.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import { pasteMinutesRequest } from '../../protocol/paste-minutes.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';

/** Answers with what pasted content becomes in minutes, or where it is asked for, in any Markdown. */
export function handlePasteMinutes({ connection, converter, snapshots }: Session): void {
  connection.onRequest(pasteMinutesRequest, async (params) => {
    const { uri, version, range, html, text, anywhere } = params;
    const snapshot = await snapshots.of(uri);
    if (snapshot?.version !== version) return null;
    const { document } = snapshot;
    const place = converter.toOffsetRange(document, range);
    const meeting = meetingAt(snapshot, place.start);
    if (meeting !== null) {
      const { minutes, template, fileName } = meeting.input;
      return pasteMinutes({ html, text }, minutes, template, fileName, place);
    }
    if (!anywhere) return null;
    return pasteMinutes(
      { html, text },
      readMinutes(parseMarkdown(document.text)),
      null,
      null,
      place,
    );
  });
}
