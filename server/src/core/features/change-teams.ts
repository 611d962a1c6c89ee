import { endsOpen } from '../markdown/parse-markdown.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { placeOfTeam } from '../matching/team-place.ts';
import { teamSectionText } from '../template/section-text.ts';
import type { WrittenTeam } from '../template/team-text.ts';
import type { Matcher } from '../matching/matcher.ts';
import { isUnfilledText } from '../template/unfilled.ts';
import { insertBlock } from '../text/insert-block.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { splitLines } from '../text/split-lines.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * Returns the edit that puts a team's section into minutes, by an order of teams' names.
 * Null where the team is there, or the section that lists the teams is not.
 */
export function addTeam(
  minutes: Minutes,
  template: Matcher,
  team: WrittenTeam,
  order: readonly string[],
): TextEdit | null {
  const match = template.matchOf(minutes);
  if (match.teams.some((other) => isTeam(other, team.name))) return null;
  const place = placeOfTeam(team.name, order.map(normalizeText), match.ofOutline, template);
  if (place === null) return null;
  const offset = place.offsetIn(match, minutes.text);
  if (offset === minutes.text.length && endsOpen(minutes.markdown)) return null;
  const text = teamSectionText(place.expected, team, template, null, place.shift);
  return insertBlock(minutes.text, offset, text).edit;
}

/** Returns the edit that takes a team's section out of minutes; null where someone wrote into it, or it is not there. */
export function retireTeam(minutes: Minutes, template: Matcher, name: string): TextEdit | null {
  const { text } = minutes;
  const matched = template.matchOf(minutes).teams.find((other) => isTeam(other, name));
  if (matched === undefined || holdsText(matched, text, template)) return null;
  const { start, end } = matched.section.range;
  const isLast = end === text.length;
  const before = isLast ? text.slice(0, start).replace(/(\r\n|[\r\n])\s+$/, '$1').length : start;
  return { range: { start: before, end }, text: '' };
}

function isTeam({ team }: MatchedTeam, name: string): boolean {
  return team.key === normalizeText(name);
}

/** Returns whether a team's section has a line that new minutes don't start with. */
function holdsText(
  { expected, section, team }: MatchedTeam,
  text: string,
  template: Matcher,
): boolean {
  const written = { name: team.team, leads: team.leads, status: team.status };
  const starting = new Set(linesOf(teamSectionText(expected, written, template, null)));
  const [, ...lines] = linesOf(text.slice(section.range.start, section.range.end));
  return lines.some((line) => {
    const content = line.replace(/^(?:[-*+]|\d+[.)])(?:[ \t]+|$)/, '');
    return content !== '' && !starting.has(line) && !isUnfilledText(content, template);
  });
}

function linesOf(text: string): readonly string[] {
  return splitLines(text).map((line) => line.trim());
}
