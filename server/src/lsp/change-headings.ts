import type { IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { teamHeadingRanges } from '../core/minutes/team-heading-ranges.ts';
import type { TeamHeading } from '../core/minutes/team-heading.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { sliceRange } from '../core/text/offset-range.ts';
import type { GroupedChange } from './grouped-edit.ts';
import { textOf } from './open-documents.ts';
import type { Session } from './session.ts';

/** A change of one part of a team’s heading in many minutes. */
export interface HeadingChange {
  /** The team’s name as it is compared. */
  readonly key: string;
  readonly part: 'team' | 'leads';
  readonly newText: string;
  /** Whether a heading is to be changed. */
  readonly concerns: (heading: TeamHeading) => boolean;
}

/** Minutes to change, and when they are. */
export interface ChangedMinutes extends Pick<GroupedChange, 'group'> {
  readonly minutes: IndexedMinutes;
}

/** Returns the edits that change headings of many minutes, and keep the words around. */
export async function changeHeadings(
  changed: readonly ChangedMinutes[],
  change: HeadingChange,
  session: Session,
): Promise<readonly GroupedChange[]> {
  const changes = await Promise.all(changed.map((each) => changeOf(each, change, session)));
  return changes.flat();
}

async function changeOf(
  { minutes, group }: ChangedMinutes,
  { key, part, newText, concerns }: HeadingChange,
  session: Session,
): Promise<GroupedChange[]> {
  const text = await textOf(minutes.id, session);
  if (text === null) return [];
  const open = session.documents.get(minutes.id);
  const document = { text, lines: createLineIndex(text) };
  const teams = minutes.teams.filter((team) => team.key === key && concerns(team.heading));
  const edits = teams.flatMap(({ heading, contentRange }) => {
    const source = sliceRange(text, contentRange);
    const range = teamHeadingRanges(source, contentRange.start, heading)[part];
    return range === null ? [] : session.converter.toEdits(document, [{ range, text: newText }]);
  });
  if (edits.length === 0) return [];
  return [{ uri: open?.uri ?? minutes.id, version: open?.version ?? null, edits, group }];
}
