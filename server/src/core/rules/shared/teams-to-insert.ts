import { placeOfTeam } from '../../matching/team-place.ts';
import { teamSectionText } from '../../template/section-text.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import type { RuleContext } from '../rule.ts';
import { matchRoster } from './roster-match.ts';
import { strayTeams } from './stray-teams.ts';

/** Returns what writes the roster's teams into a section that is inserted, where the minutes have no place for them yet. */
export function teamsToInsert(
  context: RuleContext,
): (section: TemplateSection) => readonly string[] {
  const { missing: absent } = matchRoster(context);
  const missing = strayTeams(absent, context).length === 0 ? absent : [];
  const { template, statedDate } = context;
  const hasPlace = missing.some(
    ({ name }) => placeOfTeam(name, [], context.match, template) !== null,
  );
  return (section) =>
    hasPlace ? [] : missing.map((team) => teamSectionText(section, team, template, statedDate));
}
