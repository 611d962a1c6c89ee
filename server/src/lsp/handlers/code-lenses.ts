import { codeLenses } from '../../core/features/code-lenses.ts';
import type { Session } from '../session.ts';

/** Answers with the few lines that stand above places: how many teams have reported. */
export function handleCodeLenses({ connection, converter, snapshots }: Session): void {
  connection.onCodeLens(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { minutes, template, roster, fileName } = snapshot.subject.input;
    const lenses = codeLenses(minutes, template, roster, fileName, snapshot.findings);
    return lenses.map(({ range, title }) => ({
      range: converter.toRange(snapshot.document, range),
      command: { title, command: '' },
    }));
  });
}
