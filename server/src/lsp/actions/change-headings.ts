import { teamHeadingRanges } from '../../core/minutes/team-heading-ranges.ts';
import type { TeamHeading } from '../../core/minutes/team-heading.ts';
import { sliceRange } from '../../core/text/offset-range.ts';
import { currentMinutes, type MinutesPlace } from '../documents/current-minutes.ts';
import type { GroupedChange } from './grouped-edit.ts';
import type { Session } from '../session.ts';

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
  readonly place: MinutesPlace;
}

/** Returns the edits that change headings of many minutes as they are now, and keep the words around. */
export async function changeHeadings(
  changed: readonly ChangedMinutes[],
  change: HeadingChange,
  session: Session,
): Promise<readonly GroupedChange[]> {
  const changes = await Promise.all(changed.map((each) => changeOf(each, change, session)));
  return changes.flat();
}

async function changeOf(
  { place, group }: ChangedMinutes,
  { key, part, newText, concerns }: HeadingChange,
  session: Session,
): Promise<GroupedChange[]> {
  const current = await currentMinutes(place, session);
  if (current === null) return [];
  const { uri, version, document } = current;
  const teams = current.teams.filter(({ heading }) => heading.key === key && concerns(heading));
  const edits = teams.flatMap(({ heading, contentRange }) => {
    const source = sliceRange(document.text, contentRange);
    const range = teamHeadingRanges(source, contentRange.start, heading)[part];
    return range === null ? [] : session.converter.toEdits(document, [{ range, text: newText }]);
  });
  return edits.length === 0 ? [] : [{ uri, version, edits, group }];
}
