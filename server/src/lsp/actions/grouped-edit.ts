import * as l10n from '@vscode/l10n';
import {
  AnnotatedTextEdit,
  TextDocumentEdit,
  type ChangeAnnotation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { groupBy } from '../../core/text/group-by.ts';
import type { ClientAbilities } from '../client-abilities.ts';

/** Edits of one document, with the group under which the client previews them; null for what was asked for. */
export interface GroupedChange {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
  readonly group: Group | null;
}

type Group = 'earlier' | 'later' | 'draft';

function annotations(): Readonly<Record<Group, ChangeAnnotation>> {
  return {
    earlier: { label: l10n.t('Earlier minutes'), needsConfirmation: true },
    later: { label: l10n.t('Later minutes'), needsConfirmation: true },
    draft: { label: l10n.t('Drafts'), needsConfirmation: true },
  };
}

/** Returns the changes as one edit, in groups that the user chooses from where the client has a preview for that. */
export function groupedEdit(
  separate: readonly GroupedChange[],
  { versionedEdits, annotatesEdits }: ClientAbilities,
): WorkspaceEdit {
  // Many meetings may be in one document, which is changed once.
  const documents = [...groupBy(separate, ({ uri }) => uri).entries()];
  if (!versionedEdits) {
    return {
      changes: Object.fromEntries(
        documents.map(([uri, changes]) => [uri, changes.flatMap(({ edits }) => edits)]),
      ),
    };
  }
  const documentChanges = documents.map(([uri, changes]) =>
    TextDocumentEdit.create(
      { uri, version: changes[0]?.version ?? null },
      changes.flatMap(({ edits, group }) =>
        edits.map((edit) =>
          group === null || !annotatesEdits
            ? edit
            : AnnotatedTextEdit.replace(edit.range, edit.newText, group),
        ),
      ),
    ),
  );
  return annotatesEdits
    ? { documentChanges, changeAnnotations: { ...annotations() } }
    : { documentChanges };
}
