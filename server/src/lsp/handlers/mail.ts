import { indexMinutes } from '../../core/meetings/indexed-minutes.ts';
import { minutesMail } from '../../core/publishing/mail.ts';
import { mailRequest } from '../../protocol/mail.ts';
import { normalizeUri, pathOf } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';

/** Answers with minutes as a mail. */
export function handleMail({ connection, snapshots }: Session): void {
  connection.onRequest(mailRequest, async ({ uri, parts }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { template } = snapshot.subject.source;
    const { text } = snapshot.document;
    const minutes = indexMinutes(normalizeUri(uri), text, pathOf(uri), template);
    return minutesMail(text, minutes, template, parts);
  });
}
