import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { addTeam, retireTeam } from '../../core/features/change-teams.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { laterChanges, type LaterChange } from '../../core/meetings/later-changes.ts';
import { peopleKey } from '../../core/meetings/led-meetings.ts';
import { minutesAfter } from '../../core/meetings/series.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import type { TeamHeading } from '../../core/minutes/team-heading.ts';
import { isRecord } from '../../core/text/is-record.ts';
import type { TemplateMatch } from '../../core/matching/template-match.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { holdsUnfilled } from '../../core/template/unfilled.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { rangesTouch, type OffsetRange } from '../../core/text/offset-range.ts';
import { changeHeadings, type HeadingChange } from './change-headings.ts';
import { currentMinutes } from '../documents/current-minutes.ts';
import { meetingAt, type MeetingSubject } from '../documents/meeting-subjects.ts';
import { groupedEdit, type GroupedChange } from './grouped-edit.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** The kind of the actions that write a change of teams into later minutes. */
export const applyToLaterKind = `${CodeActionKind.RefactorRewrite}.later`;

/**
 * Offers to write what became of teams into all later minutes that don't have it yet:
 * a lead, another name, a new team at its heading; a retired one at the section that lists the teams.
 */
export async function applyToLaterActions(
  snapshot: Snapshot,
  range: OffsetRange,
  session: Session,
): Promise<CodeAction[]> {
  const { uri, version } = snapshot;
  const meeting = meetingAt(snapshot, range.start);
  if (meeting === null) return [];
  const at = meeting.range.start;
  const offered = changesIn(meeting, range, session).map(async (change): Promise<CodeAction> => {
    const action = { title: titleOf(change), kind: applyToLaterKind };
    if (!session.client.resolvesActionEdits) {
      return { ...action, edit: await editOf(change, meeting, session) };
    }
    const key = normalizeText(change.team.team);
    return {
      ...action,
      data: { uri, version, at, change: change.kind, key } satisfies LaterTarget,
    };
  });
  return Promise.all(offered);
}

/** Returns the action with its edit; null where it is another one, without an edit where the minutes have changed since. */
export async function resolveApplyToLater(
  action: CodeAction,
  session: Session,
): Promise<CodeAction | null> {
  const target = readTarget(action.data);
  if (target === null) return null;
  const snapshot = await session.snapshots.of(target.uri);
  if (snapshot?.version !== target.version) return action;
  const meeting = meetingAt(snapshot, target.at);
  if (meeting === null) return action;
  const change = changesIn(meeting, meeting.range, session).find(
    ({ kind, team }) => kind === target.change && normalizeText(team.team) === target.key,
  );
  if (change === undefined) return action;
  return { ...action, edit: await editOf(change, meeting, session) };
}

/** What an action needs to find its edit later. */
interface LaterTarget {
  readonly uri: string;
  readonly version: number | null;
  /** Where the meeting begins in the document. */
  readonly at: number;
  readonly change: LaterChange['kind'];
  readonly key: string;
}

function readTarget(data: unknown): LaterTarget | null {
  if (!isRecord(data)) return null;
  const { uri, version, at, change, key } = data;
  const kind = (['lead', 'renamed', 'added', 'retired'] as const).find((each) => each === change);
  return typeof uri === 'string' &&
    typeof key === 'string' &&
    typeof at === 'number' &&
    kind !== undefined
    ? { uri, version: typeof version === 'number' ? version : null, at, change: kind, key }
    : null;
}

function changesIn(
  { id, source, input }: MeetingSubject,
  range: OffsetRange,
  { series }: Session,
): readonly LaterChange[] {
  const { minutes, template, fileName } = input;
  const match = template.matchOf(minutes);
  const isAsked = (change: LaterChange): boolean =>
    placesOf(change, match).some((place) => rangesTouch(place, range));
  if (![...match.teams, ...match.sections].some(({ section }) => isTouched(section, range)))
    return [];
  const teams = match.teams.filter(({ section }) => !holdsUnfilled(section.heading.text, template));
  const own = {
    id,
    date: dateOf(minutes, template, fileName),
    teams: teams.map(({ team }) => team),
  };
  return laterChanges(own, series.of(source)).filter(isAsked);
}

function isTouched({ heading }: TemplateMatch['outline'][number], range: OffsetRange): boolean {
  return rangesTouch(heading.range, range);
}

/** The headings at which a change is offered. */
function placesOf(
  { kind, team }: LaterChange,
  { teams, sections }: TemplateMatch,
): readonly OffsetRange[] {
  if (kind !== 'retired') {
    return teams.filter((other) => other.team === team).map(({ section }) => section.heading.range);
  }
  return sections
    .filter(({ expected }) => expected.children.some((child) => child.team !== null))
    .map(({ section }) => section.heading.range);
}

function titleOf({ kind, team, before, later }: LaterChange): string {
  const count = later.length;
  switch (kind) {
    case 'lead':
      return l10n.t('Apply the lead {0} to later minutes ({1})', team.leads.join('/'), count);
    case 'renamed':
      return l10n.t(
        'Rename “{0}” to “{1}” in later minutes ({2})',
        before?.team ?? '',
        team.team,
        count,
      );
    case 'added':
      return l10n.t('Add “{0}” to later minutes ({1})', team.team, count);
    case 'retired': {
      const key = normalizeText(team.team);
      const kept = later.filter(({ teams }) =>
        teams.some((other) => other.key === key && other.lineCount > 0),
      );
      return kept.length === 0
        ? l10n.t('Remove “{0}” from later minutes ({1})', team.team, count)
        : l10n.t(
            'Remove “{0}” from later minutes ({1}; it stays in {2}, where it has an update)',
            team.team,
            count,
            kept.length,
          );
    }
  }
}

async function editOf(
  change: LaterChange,
  meeting: MeetingSubject,
  session: Session,
): Promise<WorkspaceEdit> {
  return groupedEdit(await changesOf(change, meeting, session), session.client);
}

/** The index knows which minutes are later; what they lack is looked for in what they hold now. */
async function changesOf(
  { kind, team, before }: LaterChange,
  { id: own, source, input }: MeetingSubject,
  session: Session,
): Promise<readonly GroupedChange[]> {
  const date = dateOf(input.minutes, input.template, input.fileName);
  if (date === null) return [];
  const later = minutesAfter(session.series.of(source), date).filter(({ id }) => id !== own);
  if (kind === 'lead' || kind === 'renamed') {
    const changed = later.map((place) => ({ place, group: 'later' as const }));
    return changeHeadings(changed, headingChange(team, before ?? team, kind), session);
  }
  const { teams } = input.template.matchOf(input.minutes);
  const order = teams.map((matched) => matched.team.team);
  const changes = later.map(async (place): Promise<GroupedChange[]> => {
    const current = await currentMinutes(place, session);
    if (current === null) return [];
    const { uri, version, document, template, text, inDocument } = current;
    const minutes = readMinutes(parseMarkdown(text));
    const written = { name: team.team, leads: team.leads, status: team.status };
    const edit =
      kind === 'added'
        ? addTeam(minutes, template, written, order)
        : retireTeam(minutes, template, team.team);
    if (edit === null) return [];
    const edits = session.converter.toEdits(document, [inDocument(edit)]);
    return [{ uri, version, edits, group: 'later' }];
  });
  return (await Promise.all(changes)).flat();
}

function headingChange(
  team: TeamHeading,
  before: TeamHeading,
  kind: 'lead' | 'renamed',
): HeadingChange {
  const people = peopleKey(before);
  return {
    key: normalizeText(before.team),
    part: kind === 'lead' ? 'leads' : 'team',
    newText: kind === 'lead' ? team.leads.join('/') : team.team,
    concerns: (heading) =>
      kind === 'renamed' || (peopleKey(heading) === people && heading.note === null),
  };
}
