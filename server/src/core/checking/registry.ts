import { actionWithoutOwner } from '../rules/action-without-owner.ts';
import { agendaMismatch } from '../rules/agenda-mismatch.ts';
import { bareListMarker } from '../rules/bare-list-marker.ts';
import { boldHeading } from '../rules/bold-heading.ts';
import { conflictMarker } from '../rules/conflict-marker.ts';
import { dateMismatch } from '../rules/date-mismatch.ts';
import { detachedRow } from '../rules/detached-row.ts';
import { droppedAction } from '../rules/dropped-action.ts';
import { duplicateSection } from '../rules/duplicate-section.ts';
import { duplicateTeam } from '../rules/duplicate-team.ts';
import { flattenedListItem } from '../rules/flattened-list-item.ts';
import { hiddenText } from '../rules/hidden-text.ts';
import { inconsistentDash } from '../rules/inconsistent-dash.ts';
import { inconsistentLeadName } from '../rules/inconsistent-lead-name.ts';
import { inconsistentPerson } from '../rules/inconsistent-person.ts';
import { inconsistentStatus } from '../rules/inconsistent-status.ts';
import { inconsistentTeamName } from '../rules/inconsistent-team-name.ts';
import { invalidDate } from '../rules/invalid-date.ts';
import { invalidTemplate } from '../rules/invalid-template.ts';
import { lazyContinuation } from '../rules/lazy-continuation.ts';
import { lostUpdate } from '../rules/lost-update.ts';
import { malformedDate } from '../rules/malformed-date.ts';
import { malformedField } from '../rules/malformed-field.ts';
import { malformedFileName } from '../rules/malformed-file-name.ts';
import { malformedLink } from '../rules/malformed-link.ts';
import { malformedTable } from '../rules/malformed-table.ts';
import { malformedTeamHeading } from '../rules/malformed-team-heading.ts';
import { malformedTitle } from '../rules/malformed-title.ts';
import { misplacedHorizon } from '../rules/misplaced-horizon.ts';
import { misplacedSection } from '../rules/misplaced-section.ts';
import { misplacedTeam } from '../rules/misplaced-team.ts';
import { misplacedUpdate } from '../rules/misplaced-update.ts';
import { missingField } from '../rules/missing-field.ts';
import { missingFrontMatterKey } from '../rules/missing-front-matter-key.ts';
import { missingHorizon } from '../rules/missing-horizon.ts';
import { missingLead } from '../rules/missing-lead.ts';
import { missingSection } from '../rules/missing-section.ts';
import { missingTable } from '../rules/missing-table.ts';
import { missingTeam } from '../rules/missing-team.ts';
import { missingTitle } from '../rules/missing-title.ts';
import { misspelledSection } from '../rules/misspelled-section.ts';
import { mixedListMarkers } from '../rules/mixed-list-markers.ts';
import { mojibake } from '../rules/mojibake.ts';
import { noQuorum } from '../rules/no-quorum.ts';
import { nonBreakingSpace } from '../rules/non-breaking-space.ts';
import { offSchedule } from '../rules/off-schedule.ts';
import { otherMinutes } from '../rules/other-minutes.ts';
import { overdueAction } from '../rules/overdue-action.ts';
import { overlappingTemplates } from '../rules/overlapping-templates.ts';
import { overlongRow } from '../rules/overlong-row.ts';
import { pastedHeading } from '../rules/pasted-heading.ts';
import { pseudoListItem } from '../rules/pseudo-list-item.ts';
import { repeatedUpdate } from '../rules/repeated-update.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rule, RuleTraits } from '../rules/rule.ts';
import { staleLead } from '../rules/stale-lead.ts';
import { tabIndentation } from '../rules/tab-indentation.ts';
import { templateDrift } from '../rules/template-drift.ts';
import { unchangedRoadmap } from '../rules/unchanged-roadmap.ts';
import { unexpectedSection } from '../rules/unexpected-section.ts';
import { unfilledText } from '../rules/unfilled-text.ts';
import { unknownHorizon } from '../rules/unknown-horizon.ts';
import { unknownPerson } from '../rules/unknown-person.ts';
import { unknownPlaceholder } from '../rules/unknown-placeholder.ts';
import { unknownRule } from '../rules/unknown-rule.ts';
import { unknownTeam } from '../rules/unknown-team.ts';
import { unparsedHeading } from '../rules/unparsed-heading.ts';
import { wrongHeadingLevel } from '../rules/wrong-heading-level.ts';
import { wrongWeekday } from '../rules/wrong-weekday.ts';

/** All rules in the order of the catalog. */
export const rules: readonly Rule[] = [
  missingSection,
  boldHeading,
  misspelledSection,
  misplacedSection,
  duplicateSection,
  unexpectedSection,
  wrongHeadingLevel,
  pastedHeading,
  missingTitle,
  malformedTitle,
  dateMismatch,
  invalidDate,
  malformedDate,
  wrongWeekday,
  offSchedule,
  malformedFileName,
  agendaMismatch,
  otherMinutes,
  malformedTeamHeading,
  inconsistentDash,
  missingLead,
  unknownTeam,
  missingTeam,
  misplacedTeam,
  duplicateTeam,
  inconsistentTeamName,
  inconsistentLeadName,
  inconsistentStatus,
  staleLead,
  unchangedRoadmap,
  actionWithoutOwner,
  overdueAction,
  droppedAction,
  unknownPerson,
  inconsistentPerson,
  noQuorum,
  missingFrontMatterKey,
  missingField,
  malformedField,
  unfilledText,
  missingTable,
  malformedTable,
  missingHorizon,
  unknownHorizon,
  misplacedHorizon,
  overlongRow,
  detachedRow,
  bareListMarker,
  flattenedListItem,
  pseudoListItem,
  mixedListMarkers,
  lazyContinuation,
  tabIndentation,
  nonBreakingSpace,
  unparsedHeading,
  hiddenText,
  mojibake,
  malformedLink,
  conflictMarker,
  lostUpdate,
  misplacedUpdate,
  repeatedUpdate,
  unknownRule,
  invalidTemplate,
  unknownPlaceholder,
  overlappingTemplates,
  templateDrift,
];

/** The rules that check minutes of a meeting that was not held. */
export const rulesOfCancelled: readonly Rule[] = rules.filter(
  (rule) => rule.whenCancelled ?? 'checkPiece' in rule,
);

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Returns the traits of the rule that a finding names; none of a finding that is of no rule. */
export function traitsOf({ rule }: Pick<Finding, 'rule'>): RuleTraits {
  return byId.get(rule) ?? {};
}
