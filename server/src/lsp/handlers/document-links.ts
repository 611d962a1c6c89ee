import { documentLinks } from '../../core/features/document-links.ts';
import type { Session } from '../session.ts';

/** Answers with where bare references lead, as the template says. */
export function handleDocumentLinks({ connection, converter, snapshots }: Session): void {
  connection.onDocumentLinks(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { minutes, template } = snapshot.subject.input;
    return documentLinks(minutes, template).map(({ range, target }) => ({
      range: converter.toRange(snapshot.document, range),
      target,
    }));
  });
}
