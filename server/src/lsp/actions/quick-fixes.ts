import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import {
  fixesAt,
  isSafelyFixable,
  rulesFixableTogether,
} from '../../core/features/code-actions.ts';
import { ignoreEdit } from '../../core/features/ignore-finding.ts';
import { turnOffRule } from '../../core/features/turn-off-rule.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { rangesTouch, type OffsetRange } from '../../core/text/offset-range.ts';
import { diagnosticOf } from '../diagnostic.ts';
import { fixAllAction } from './fix-all.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';
import { toTemplateEdit, toWorkspaceEdit } from './workspace-edit.ts';

/** Returns the repairs that an editor offers for the findings that a range touches. */
export function quickFixes(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  return [
    ...repairs(snapshot, range, session),
    ...rulesFixableTogether(snapshot.findings, range).map((rule) =>
      fixAllAction(snapshot, CodeActionKind.QuickFix, rule, session),
    ),
  ];
}

/** Returns what an editor offers besides repairs: to look at the template, and to ignore a finding. */
export function otherQuickFixes(
  snapshot: Snapshot,
  range: OffsetRange,
  session: Session,
): CodeAction[] {
  return [
    ...waysToTemplate(snapshot, range, session),
    ...fixesOfTheFile(snapshot, range, session),
    ...waysToIgnore(snapshot, range, session),
    ...waysToConfigure(snapshot, range, session),
  ];
}

function repairs(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  const { client, converter } = session;
  const toDiagnostic = diagnosticOf(snapshot, client, converter);
  return fixesAt(snapshot.findings, range).flatMap(({ finding, fix, preferred }) => {
    if (fix.removal !== undefined) return [];
    const edit =
      fix.templateEdits === undefined
        ? toWorkspaceEdit(snapshot, fix.edits, fix.fileName, session)
        : toTemplateEdit(snapshot, fix.templateEdits, fix.newTemplate ?? null, session);
    if (edit === null) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding)],
        ...(client.preferredActions && preferred && { isPreferred: true }),
        edit,
      },
    ];
  });
}

/** Offers to show the template's line that asks for what is missing or wrong. */
function waysToTemplate(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  const { client, converter } = session;
  const command = client.options.showLocationCommand;
  if (command === null) return [];
  const toDiagnostic = diagnosticOf(snapshot, client, converter);
  const here = snapshot.findings.filter((finding) => rangesTouch(finding.range, range));
  return here.map(toDiagnostic).flatMap((diagnostic) => {
    const asking = diagnostic.relatedInformation?.find(
      ({ location }) => location.uri !== snapshot.uri,
    );
    if (asking === undefined) return [];
    const title = l10n.t('Go to template requirement');
    const { location } = asking;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        command: { title, command, arguments: [location.uri, location.range] },
      },
    ];
  });
}

/** Offers comments that silence a finding's rule: in its block or section, and in the file. */
function waysToIgnore(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  const { subject, findings } = snapshot;
  if (subject?.kind !== 'minutes') return [];
  const toDiagnostic = diagnosticOf(snapshot, session.client, session.converter);
  const here = findings.filter((finding) => rangesTouch(finding.range, range));
  return here.flatMap((finding) =>
    (['next', 'file'] as const).flatMap((scope): CodeAction[] => {
      const edit = ignoreEdit(subject.input.minutes, finding, scope);
      const changes = edit && toWorkspaceEdit(snapshot, [edit], undefined, session);
      if (changes === null) return [];
      const title =
        scope === 'file'
          ? l10n.t('Ignore “{0}” in this file', finding.rule)
          : l10n.t('Ignore “{0}” here', finding.rule);
      const diagnostics = [toDiagnostic(finding)];
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: changes }];
    }),
  );
}

/** Offers all safe repairs of the file, where there are others than those at a range. */
function fixesOfTheFile(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  const safe = snapshot.findings.filter(isSafelyFixable);
  const here = snapshot.findings.filter((finding) => rangesTouch(finding.range, range));
  const hasOthers = safe.length > 1 || safe.some((finding) => !here.includes(finding));
  return here.length > 0 && hasOthers
    ? [fixAllAction(snapshot, CodeActionKind.QuickFix, null, session)]
    : [];
}

/** Offers to turn a finding's rule off for all minutes, to choose its severity, and to read about it. */
function waysToConfigure(snapshot: Snapshot, range: OffsetRange, session: Session): CodeAction[] {
  const { subject, findings } = snapshot;
  if (subject?.kind !== 'minutes') return [];
  const { client, converter } = session;
  const { configureSeverityCommand, openRulePageCommand, rulePages } = client.options;
  const toDiagnostic = diagnosticOf(snapshot, client, converter);
  const here = findings.filter((finding) => rangesTouch(finding.range, range));
  const kind = CodeActionKind.QuickFix;
  return here.flatMap((finding): CodeAction[] => {
    const { rule } = finding;
    const diagnostics = [toDiagnostic(finding)];
    const { template, id, root } = subject.source;
    const off = root === null ? null : turnOffRule(template.text, rule);
    const document = { text: template.text, lines: createLineIndex(template.text) };
    const configure = l10n.t('Configure severity of “{0}”', rule);
    const explain = l10n.t('Explain “{0}”', rule);
    return [
      ...(off === null
        ? []
        : [
            {
              title: l10n.t('Turn off “{0}” in the template', rule),
              kind,
              diagnostics,
              edit: { changes: { [id]: [...converter.toEdits(document, [off])] } },
            },
          ]),
      ...(configureSeverityCommand === null
        ? []
        : [
            {
              title: configure,
              kind,
              diagnostics,
              command: { title: configure, command: configureSeverityCommand, arguments: [rule] },
            },
          ]),
      ...(openRulePageCommand === null || rulePages === null
        ? []
        : [
            {
              title: explain,
              kind,
              diagnostics,
              command: {
                title: explain,
                command: openRulePageCommand,
                arguments: [`${rulePages}${rule}.md`],
              },
            },
          ]),
    ];
  });
}
