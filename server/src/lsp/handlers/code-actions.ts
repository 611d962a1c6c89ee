import { CodeActionKind, type CodeAction, type CodeActionOptions } from 'vscode-languageserver';
import { isSafelyFixable } from '../../core/features/code-actions.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import {
  applyToLaterActions,
  applyToLaterKind,
  resolveApplyToLater,
} from '../actions/apply-to-later.ts';
import { fixAllAction, resolveFixAll } from '../actions/fix-all.ts';
import { otherQuickFixes, quickFixes } from '../actions/quick-fixes.ts';
import { replaceLeadActions } from '../actions/replace-lead.ts';
import { removalActions } from '../actions/removal-actions.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

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
    const later = (): Promise<CodeAction[]> => applyToLaterActions(snapshot, place, session);
    return [
      ...(wanted(CodeActionKind.QuickFix) ? await quickFixesAt(snapshot, place, session) : []),
      ...(wanted(applyToLaterKind) ? await session.failures.orNothing('later minutes', later) : []),
      ...(all ? [fixAllAction(snapshot, fixAllKind, null, session)] : []),
    ];
  });

  connection.onCodeActionResolve(
    async (action) =>
      (await resolveApplyToLater(action, session)) ?? resolveFixAll(action, session),
  );
}

/** The repairs come first. */
async function quickFixesAt(
  snapshot: Snapshot,
  place: OffsetRange,
  session: Session,
): Promise<CodeAction[]> {
  const offers = { quickFixes, replaceLeadActions, removalActions, otherQuickFixes };
  const offered = await Promise.all(
    Object.entries(offers).map(([name, offer]) =>
      session.failures.orNothing(name, () => offer(snapshot, place, session)),
    ),
  );
  return offered.flat();
}

/** Returns whether a kind is another one or below it (LSP 3.18, `CodeActionKind`). */
function isOfKind(kind: CodeActionKind, wanted: CodeActionKind): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
