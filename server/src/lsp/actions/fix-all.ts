import * as l10n from '@vscode/l10n';
import type { CodeAction, CodeActionKind } from 'vscode-languageserver';
import { editsThatFix, editsThatFixTemplate } from '../../core/features/code-actions.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/**
 * Returns the action that makes all safe repairs, those of one rule where it is given.
 * Its edit is computed when the user chooses it, where the client can wait for that.
 */
export function fixAllAction(
  snapshot: Snapshot,
  kind: CodeActionKind,
  rule: string | null,
  session: Session,
): CodeAction {
  const { uri, version } = snapshot;
  const action = {
    title:
      rule === null
        ? l10n.t('Apply all safe fixes in this file')
        : l10n.t('Apply all safe fixes of “{0}” in this file', rule),
    kind,
    data: { uri, version, rule } satisfies FixAllTarget,
  };
  return session.client.resolvesActionEdits ? action : withEdit(action, snapshot, rule, session);
}

/** Returns the action with its edit; without one where the document has changed since. */
export async function resolveFixAll(action: CodeAction, session: Session): Promise<CodeAction> {
  const target = readTarget(action.data);
  if (target === null) return action;
  const snapshot = await session.snapshots.of(target.uri);
  if (snapshot?.version !== target.version) return action;
  return withEdit(action, snapshot, target.rule, session);
}

function withEdit(
  action: CodeAction,
  snapshot: Snapshot,
  rule: string | null,
  session: Session,
): CodeAction {
  const edit = toWorkspaceEdit(snapshot, fixAllEdits(snapshot, rule), undefined, session);
  return edit === null ? action : { ...action, edit };
}

function fixAllEdits(
  { uri, document, subject }: Snapshot,
  rule: string | null,
): readonly TextEdit[] {
  if (subject?.kind === 'minutes') return editsThatFix(subject.input, rule);
  return subject?.kind === 'template'
    ? editsThatFixTemplate(document.text, fileNameOf(uri), rule)
    : [];
}

/** What an action needs to find its edit later. */
interface FixAllTarget {
  readonly uri: string;
  readonly version: number | null;
  readonly rule: string | null;
}

function readTarget(data: unknown): FixAllTarget | null {
  if (typeof data !== 'object' || data === null) return null;
  const { uri, version, rule }: Readonly<Record<string, unknown>> = { ...data };
  return typeof uri === 'string' && typeof version === 'number'
    ? { uri, version, rule: typeof rule === 'string' ? rule : null }
    : null;
}
