import { explainMinutes, explanationPage } from '../../core/checking/explain-minutes.ts';
import { explainRequest } from '../../protocol/explain-minutes.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import { templateUri } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';

/** Answers why a document is checked as it is. */
export function handleExplainMinutes({ connection, series, snapshots }: Session): void {
  connection.onRequest(explainRequest, async ({ uri }) => {
    await series.complete();
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes' || snapshot.claim.state !== 'checked') return null;
    const { input, source } = snapshot.subject;
    const explanation = explainMinutes(input, templateUri(source), snapshot.claim.reason);
    return explanationPage(explanation, fileNameOf(uri));
  });
}
