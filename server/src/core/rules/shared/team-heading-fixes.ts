import { teamHeadingRanges } from '../../minutes/team-heading-ranges.ts';
import type { OutlineTeam } from '../../matching/template-match.ts';
import { sliceRange, type OffsetRange } from '../../text/offset-range.ts';
import type { OutlineReport, RuleContext } from '../rule.ts';

type Fixes = NonNullable<OutlineReport['fixes']>;

/** Returns what offers to write other leads into a team's heading, with its notes kept; nothing where markup is between. */
export function writeLeads(matched: OutlineTeam, leads: readonly string[], title: string): Fixes {
  const separator = / \/ |\//.exec(matched.team.leadText ?? '')?.[0] ?? '/';
  return (context) => fixes(rangesOf(matched, context).leads, leads.join(separator), title);
}

/** Returns what offers to write another name into a team's heading; nothing where markup is in it. */
export function writeTeamName(matched: OutlineTeam, name: string, title: string): Fixes {
  return (context) => fixes(rangesOf(matched, context).team, name, title);
}

function fixes(range: OffsetRange | null, text: string, title: string): ReturnType<Fixes> {
  return range === null ? [] : [{ title, safe: false, edits: [{ range, text }] }];
}

function rangesOf(
  { section, team }: OutlineTeam,
  { match, minutes }: RuleContext,
): ReturnType<typeof teamHeadingRanges> {
  const { contentRange } = match.headingOf(section.heading);
  return teamHeadingRanges(sliceRange(minutes.text, contentRange), contentRange.start, team);
}
