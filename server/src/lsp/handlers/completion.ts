import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { insertionsFor } from '../../core/features/insertions.ts';
import type { Session } from '../session.ts';

/** Offers the template's sections and teams as snippets, where a line holds nothing else. */
export function handleCompletion({ connection, client, converter, snapshots }: Session): void {
  connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { document } = snapshot;
    const cursor = converter.toOffsetRange(document, { start: position, end: position }).start;
    const line = document.lines.lineRangeAt(cursor);
    const typed = document.text.slice(line.start, cursor);
    if (!isSnippetPrefix(typed)) return [];
    const range = converter.toRange(document, { start: line.start, end: cursor });
    const { minutes, template, roster, fileName } = snapshot.subject.input;
    return insertionsFor(minutes, template, roster, fileName).map((insertion) => ({
      label: `minutes-${insertion.kind} ${insertion.name}`,
      labelDetails: { description: template.name },
      detail: insertion.detail,
      ...(insertion.help !== null && { documentation: insertion.help }),
      kind: CompletionItemKind.Snippet,
      insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: client.snippets ? insertion.snippet : insertion.text },
    }));
  });
}

/** Tells whether a line up to the cursor is empty or begins like the snippets' prefix. */
function isSnippetPrefix(typed: string): boolean {
  return 'minutes-'.startsWith(typed) || /^minutes-[\w ()-]*$/.test(typed);
}
