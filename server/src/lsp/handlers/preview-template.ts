import { previewTemplate } from '../../core/features/preview-template.ts';
import { previewTemplateRequest } from '../../protocol/preview-template.ts';
import type { Session } from '../session.ts';

/** Answers with what a preview of minutes needs to know of them and of their template. */
export function handlePreviewTemplate({ connection, snapshots, today }: Session): void {
  connection.onRequest(previewTemplateRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    return previewTemplate(snapshot.subject.input, snapshot.findings, today());
  });
}
