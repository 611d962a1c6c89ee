import { insertionsFor, type Insertion } from '../../core/features/insertions.ts';
import { insertionsRequest } from '../../protocol/insertions.ts';
import { meetingsIn } from '../documents/meeting-subjects.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';
import type { Session } from '../session.ts';

/** Answers with the sections and teams that can be inserted, each with its place. */
export function handleInsertions({ connection, converter, snapshots }: Session): void {
  connection.onRequest(insertionsRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot === null) return [];
    return insertionsIn(snapshot).map((insertion) => ({
      kind: insertion.kind,
      name: insertion.name,
      detail: insertion.detail,
      snippet: snippetAtPlace(insertion),
      range: converter.toRange(snapshot.document, insertion.edit.range),
    }));
  });
}

/** Returns what each meeting of a document lacks. */
function insertionsIn(snapshot: Snapshot): readonly Insertion[] {
  return meetingsIn(snapshot).flatMap(({ input: { minutes, template, roster, fileName } }) =>
    insertionsFor(minutes, template, roster, fileName),
  );
}

/** The snippet with the blank lines that set it apart where it belongs. */
function snippetAtPlace({ snippet, edit: { text } }: Insertion): string {
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return before + snippet + after;
}
