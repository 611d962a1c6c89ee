import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { teamAt } from '../../core/features/team-at.ts';
import { peopleKey } from '../../core/meetings/led-meetings.ts';
import { minutesAfter } from '../../core/meetings/series.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { rangesTouch, type OffsetRange } from '../../core/text/offset-range.ts';
import { changeHeadings } from './change-headings.ts';
import { diagnosticOf } from '../diagnostic.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import { groupedEdit } from './grouped-edit.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Offers to replace a stale lead here, and in all later minutes that name the same people. */
export async function replaceLeadActions(
  snapshot: Snapshot,
  range: OffsetRange,
  session: Session,
): Promise<CodeAction[]> {
  const { findings } = snapshot;
  const stale = findings.filter(
    (finding) => finding.rule === 'stale-lead' && rangesTouch(finding.range, range),
  );
  const actions = await Promise.all(
    stale.map((finding) => replaceLead(finding, snapshot, session)),
  );
  return actions.flat();
}

async function replaceLead(
  finding: Finding,
  snapshot: Snapshot,
  session: Session,
): Promise<CodeAction[]> {
  const meeting = meetingAt(snapshot, finding.range.start);
  if (meeting === null) return [];
  const { input, source } = meeting;
  const { uri, version, document } = snapshot;
  const { client, converter, series } = session;
  const matched = teamAt(input.minutes, input.template, finding.range.start);
  const fix = finding.fixes[0];
  const newText = fix?.edits[0]?.text;
  const date = dateOf(input.minutes, input.template, input.fileName);
  if (matched === null || fix === undefined || newText === undefined || date === null) return [];
  const people = peopleKey(matched.team);
  const later = minutesAfter(series.of(source), date).filter(({ id }) => id !== meeting.id);
  const change = {
    key: matched.team.key,
    part: 'leads',
    newText,
    concerns: (heading) => peopleKey(heading) === people && heading.note === null,
  } satisfies Parameters<typeof changeHeadings>[1];
  const changes = await changeHeadings(
    later.map((place) => ({ place, group: 'later' })),
    change,
    session,
  );
  if (changes.length === 0) return [];
  const own = { uri, version, edits: converter.toEdits(document, fix.edits), group: null };
  return [
    {
      title: l10n.t('{0} here and in later minutes ({1})', fix.title, changes.length),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(snapshot, client, converter)(finding)],
      edit: groupedEdit([own, ...changes], client),
    },
  ];
}
