import {
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
} from 'vscode-languageserver';
import { fixesAt } from '../../core/features/code-actions.ts';
import { noteRemoval } from '../../core/meetings/removals-file.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { diagnosticOf } from '../diagnostic.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Returns what notes in `.minutes/removed.yml` that a finding’s text was removed on purpose. */
export async function removalActions(
  snapshot: Snapshot,
  range: OffsetRange,
  session: Session,
): Promise<CodeAction[]> {
  const { client, converter, documents, removals } = session;
  const offered = fixesAt(snapshot.findings, range).flatMap(({ finding, fix }) =>
    fix.removal === undefined ? [] : [{ finding, title: fix.title, removal: fix.removal }],
  );
  if (offered.length === 0 || !client.createsFiles) return [];
  const toDiagnostic = diagnosticOf(snapshot, client, converter);
  const { uri, text, minutes } = await removals.fileFor(snapshot.uri);
  const document = { text: text ?? '', lines: createLineIndex(text ?? '') };
  const end = { start: document.text.length, end: document.text.length };
  const version = documents.get(uri)?.version ?? null;
  return offered.map(({ finding, title, removal }) => {
    const edit = { range: end, text: noteRemoval(text, { ...removal, minutes }) };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding)],
      edit: {
        documentChanges: [
          ...(text === null ? [CreateFile.create(uri, { ignoreIfExists: true })] : []),
          TextDocumentEdit.create({ uri, version }, converter.toEdits(document, [edit])),
        ],
      },
    };
  });
}
