import * as l10n from '@vscode/l10n';
import {
  AnnotatedTextEdit,
  TextDocumentEdit,
  type ChangeAnnotation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
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
  changes: readonly GroupedChange[],
  { versionedEdits, annotatesEdits }: ClientAbilities,
): WorkspaceEdit {
  if (!versionedEdits) {
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  }
  const documentChanges = changes.map(({ uri, version, edits, group }) =>
    TextDocumentEdit.create(
      { uri, version },
      edits.map((edit) =>
        group === null || !annotatesEdits
          ? edit
          : AnnotatedTextEdit.replace(edit.range, edit.newText, group),
      ),
    ),
  );
  return annotatesEdits
    ? { documentChanges, changeAnnotations: { ...annotations() } }
    : { documentChanges };
}
