import { CodeActionKind, type CodeActionOptions } from 'vscode-languageserver';
import { isSafelyFixable } from '../../core/features/code-actions.ts';
import { applyToLaterActions, applyToLaterKind, resolveApplyToLater } from '../apply-to-later.ts';
import { fixAllAction, resolveFixAll } from '../fix-all.ts';
import { quickFixes } from '../quick-fixes.ts';
import { replaceLeadActions } from '../replace-lead.ts';
import { removalActions } from '../removal-actions.ts';
import type { Session } from '../session.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.minutes`;

/** What the server says about code actions. */
export const codeActionOptions: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, applyToLaterKind, fixAllKind],
  resolveProvider: true,
};

/**
 * Offers the repairs of findings: one by one, all of a rule, and all that are safe; and what can be written into later minutes.
 * Who asks for the latter alone waits until the series is known.
 */
export function handleCodeActions(session: Session): void {
  const { connection, client, converter, series, snapshots } = session;

  connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
    const wanted = (kind: CodeActionKind): boolean =>
      only?.some((each) => isOfKind(kind, each)) ?? true;
    if (only?.includes(applyToLaterKind)) await series.complete();
    const snapshot = client.codeActions ? await snapshots.of(textDocument.uri) : null;
    if (snapshot === null) return [];
    const place = converter.toOffsetRange(snapshot.document, range);
    const all = wanted(fixAllKind) && snapshot.findings.some(isSafelyFixable);
    return [
      ...(wanted(CodeActionKind.QuickFix) ? quickFixes(snapshot, place, session) : []),
      ...(wanted(CodeActionKind.QuickFix)
        ? await replaceLeadActions(snapshot, place, session)
        : []),
      ...(wanted(CodeActionKind.QuickFix) ? await removalActions(snapshot, place, session) : []),
      ...(wanted(applyToLaterKind) ? await applyToLaterActions(snapshot, place, session) : []),
      ...(all ? [fixAllAction(snapshot, fixAllKind, null, session)] : []),
    ];
  });

  connection.onCodeActionResolve(
    async (action) =>
      (await resolveApplyToLater(action, session)) ?? resolveFixAll(action, session),
  );
}

/** Tells whether a kind is another one or below it (LSP 3.18, `CodeActionKind`). */
function isOfKind(kind: CodeActionKind, wanted: CodeActionKind): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
