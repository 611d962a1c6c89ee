import {
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { NewTemplate } from '../../core/rules/finding.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { resolveIn, parentOf } from '../documents/document-uri.ts';
import { templateUri } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/**
 * Returns edits of a snapshot as the client takes them, with the version where it can check it.
 * Returns null where the file is to be renamed and the client can't.
 */
export function toWorkspaceEdit(
  snapshot: Snapshot,
  edits: readonly TextEdit[],
  fileName: string | undefined,
  { client, converter }: Session,
): WorkspaceEdit | null {
  const { uri, version, document } = snapshot;
  const changes = converter.toEdits(document, edits);
  if (!client.versionedEdits) {
    return fileName === undefined ? { changes: { [uri]: changes } } : null;
  }
  const documentEdit = TextDocumentEdit.create({ uri, version }, changes);
  if (fileName === undefined) return { documentChanges: [documentEdit] };
  if (!client.renamesFiles) return null;
  const rename = RenameFile.create(uri, resolveIn(parentOf(uri), `./${fileName}`), {
    overwrite: false,
    ignoreIfExists: false,
  });
  return { documentChanges: [...(edits.length > 0 ? [documentEdit] : []), rename] };
}

/**
 * Returns edits of the template that claims the minutes of a snapshot, with another template that is written beside it;
 * null where it is a preset, or the client can't write a file.
 */
export function toTemplateEdit(
  { subject }: Snapshot,
  edits: readonly TextEdit[],
  added: NewTemplate | null,
  { client, converter }: Session,
): WorkspaceEdit | null {
  if (subject?.kind !== 'minutes' || subject.source.root === null) return null;
  if (added !== null && !(client.versionedEdits && client.createsFiles)) return null;
  const { source } = subject;
  const { text } = source.template;
  const uri = templateUri(source);
  const changes = converter.toEdits({ text, lines: createLineIndex(text) }, edits);
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  const own = TextDocumentEdit.create({ uri, version: null }, changes);
  return { documentChanges: [...(added === null ? [] : writeBeside(uri, added)), own] };
}

/** Writes a template beside another; one of its name is left as it is, and the whole edit fails. */
function writeBeside(
  template: string,
  { fileName, text }: NewTemplate,
): readonly (CreateFile | TextDocumentEdit)[] {
  const uri = resolveIn(parentOf(template), `./${encodeURIComponent(fileName)}`);
  const start = { line: 0, character: 0 };
  return [
    CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
    TextDocumentEdit.create({ uri, version: null }, [
      { range: { start, end: start }, newText: text },
    ]),
  ];
}
