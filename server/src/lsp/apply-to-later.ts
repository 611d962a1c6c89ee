import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { teamAt } from '../core/features/team-at.ts';
import { peopleKey } from '../core/meetings/replaced-lead.ts';
import { updatesOf } from '../core/meetings/roster-over-time.ts';
import { normalizeText } from '../core/text/normalize-text.ts';
import type { OffsetRange } from '../core/text/offset-range.ts';
import { changeHeadings } from './change-headings.ts';
import { normalizeUri } from './document-uri.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './take-snapshot.ts';

/**
 * Offers to write a team’s new leads into all later minutes that still name those of the minutes before.
 * Leads with a note stand in, and are not spread.
 */
export async function applyToLaterActions(
  snapshot: Snapshot,
  range: OffsetRange,
  session: Session,
): Promise<CodeAction[]> {
  const { subject } = snapshot;
  if (subject?.kind !== 'minutes' || !session.client.versionedEdits) return [];
  const matched = teamAt(subject.input.minutes, subject.input.template, range.start);
  if (matched === null || matched.team.leads.length === 0 || matched.team.note !== null) return [];
  const key = normalizeText(matched.team.team);
  const updates = updatesOf(key, session.series.of(subject.source));
  const own = updates.findIndex(({ minutes }) => minutes.id === normalizeUri(snapshot.uri));
  const before = updates
    .slice(0, Math.max(own, 0))
    .findLast(({ team }) => team.heading.leads.length > 0);
  if (before === undefined) return [];
  const replaced = peopleKey(before.team.heading);
  const later = updates
    .slice(own + 1)
    .filter(({ team: { heading } }) => peopleKey(heading) === replaced && heading.note === null);
  if (later.length === 0 || replaced === peopleKey(matched.team)) return [];
  const newText = matched.team.leads.join('/');
  const edit = await changeHeadings(
    later.map(({ minutes }) => ({ minutes, group: 'later' })),
    { key, part: 'leads', newText, concerns: (heading) => peopleKey(heading) === replaced },
    session,
  );
  const title = `Apply the lead ${newText} to later minutes (${later.length})`;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit }];
}
