import * as l10n from '@vscode/l10n';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { resembles } from '../text/closest.ts';
import type { IndexedTeam } from './indexed-minutes.ts';
import { peopleKey } from './led-meetings.ts';

/** What became of a team from one meeting to a later one; nulls for what came or went. */
export interface TeamChange {
  /** The team’s name in the later minutes; in the earlier ones where it is gone. */
  readonly team: string;
  readonly kind: 'added' | 'removed' | 'renamed' | 'lead' | 'status';
  readonly from: string | null;
  readonly to: string | null;
}

/** Returns what changed from the teams of one meeting to those of a later one, in the order of the later one, gone ones last. */
export function compareTeams(
  before: readonly IndexedTeam[],
  after: readonly IndexedTeam[],
): readonly TeamChange[] {
  const now = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !now.has(key));
  const changes = after.flatMap(({ key, heading }): readonly TeamChange[] => {
    const { team } = heading;
    const same = before.find((other) => other.key === key)?.heading;
    if (same !== undefined) return headingChanges(same, heading);
    const index = gone.findIndex((other) => isRenamed(other.heading, heading));
    const [renamed] = index === -1 ? [] : gone.splice(index, 1);
    if (renamed === undefined) return [{ team, kind: 'added', from: null, to: null }];
    return [
      { team, kind: 'renamed', from: renamed.heading.team, to: team },
      ...headingChanges(renamed.heading, heading),
    ];
  });
  const removed = gone.map(({ heading: { team } }): TeamChange => ({
    team,
    kind: 'removed',
    from: null,
    to: null,
  }));
  return [...changes, ...removed];
}

/** Returns whether two teams, one gone and one new, are the same one under another name. */
export function isRenamed(gone: TeamHeading, added: TeamHeading): boolean {
  const people = peopleKey(gone);
  return resembles(gone.team, added.team) || (people !== '' && people === peopleKey(added));
}

/** Returns the change in words. */
export function describeTeamChange({ team, kind, from, to }: TeamChange): string {
  switch (kind) {
    case 'added':
      return l10n.t('{0}: new', team);
    case 'removed':
      return l10n.t('{0}: removed', team);
    case 'renamed':
      return l10n.t('{0}: renamed from {1}', team, from ?? '');
    case 'lead':
      return `${team}: ${from ?? '(vacant)'} → ${to ?? '(vacant)'}`;
    case 'status':
      return `${team}: ${from ?? l10n.t('no status')} → ${to ?? l10n.t('no status')}`;
  }
}

function headingChanges(before: TeamHeading, after: TeamHeading): readonly TeamChange[] {
  const { team } = after;
  const leads = ({ leads }: TeamHeading): string | null => leads.join('/') || null;
  const changes: readonly TeamChange[] = [
    { team, kind: 'lead', from: leads(before), to: leads(after) },
    { team, kind: 'status', from: before.status, to: after.status },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
