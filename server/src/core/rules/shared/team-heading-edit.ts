import { teamHeadingRanges } from '../../minutes/team-heading-ranges.ts';
import type { OutlineTeam } from '../../matching/template-match.ts';
import { sliceRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { RuleContext } from '../rule.ts';

/** Returns the edit that writes other leads into a team's heading and keeps its notes; null where markup is between. */
export function leadsEdit(
  matched: OutlineTeam,
  leads: readonly string[],
  context: RuleContext,
): TextEdit | null {
  const range = rangesOf(matched, context).leads;
  const separator = / \/ |\//.exec(matched.team.leadText ?? '')?.[0] ?? '/';
  return range && { range, text: leads.join(separator) };
}

/** Returns the edit that writes another name into a team's heading; null where markup is in it. */
export function teamNameEdit(
  matched: OutlineTeam,
  name: string,
  context: RuleContext,
): TextEdit | null {
  const range = rangesOf(matched, context).team;
  return range && { range, text: name };
}

function rangesOf(
  { section, team }: OutlineTeam,
  { match, minutes }: RuleContext,
): ReturnType<typeof teamHeadingRanges> {
  const { contentRange } = match.headingOf(section.heading);
  return teamHeadingRanges(sliceRange(minutes.text, contentRange), contentRange.start, team);
}
