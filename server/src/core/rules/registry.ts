import { agendaMismatch } from './agenda-mismatch.ts';
import { bareListMarker } from './bare-list-marker.ts';
import { conflictMarker } from './conflict-marker.ts';
import { dateMismatch } from './date-mismatch.ts';
import { detachedRow } from './detached-row.ts';
import { duplicateSection } from './duplicate-section.ts';
import { duplicateTeam } from './duplicate-team.ts';
import { flattenedListItem } from './flattened-list-item.ts';
import { hiddenText } from './hidden-text.ts';
import { inconsistentDash } from './inconsistent-dash.ts';
import { inconsistentLeadName } from './inconsistent-lead-name.ts';
import { inconsistentStatus } from './inconsistent-status.ts';
import { inconsistentTeamName } from './inconsistent-team-name.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidTemplate } from './invalid-template.ts';
import { lazyContinuation } from './lazy-continuation.ts';
import { lostUpdate } from './lost-update.ts';
import { malformedFileName } from './malformed-file-name.ts';
import { malformedLink } from './malformed-link.ts';
import { malformedTable } from './malformed-table.ts';
import { malformedTeamHeading } from './malformed-team-heading.ts';
import { malformedTitle } from './malformed-title.ts';
import { misplacedHorizon } from './misplaced-horizon.ts';
import { misplacedSection } from './misplaced-section.ts';
import { misplacedTeam } from './misplaced-team.ts';
import { misplacedUpdate } from './misplaced-update.ts';
import { missingHorizon } from './missing-horizon.ts';
import { missingLead } from './missing-lead.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { missingTeam } from './missing-team.ts';
import { missingTitle } from './missing-title.ts';
import { misspelledSection } from './misspelled-section.ts';
import { mixedListMarkers } from './mixed-list-markers.ts';
import { mojibake } from './mojibake.ts';
import { nonBreakingSpace } from './non-breaking-space.ts';
import { offSchedule } from './off-schedule.ts';
import { overlappingTemplates } from './overlapping-templates.ts';
import { overlongRow } from './overlong-row.ts';
import { pastedHeading } from './pasted-heading.ts';
import { pseudoListItem } from './pseudo-list-item.ts';
import { repeatedUpdate } from './repeated-update.ts';
import type { Rule } from './rule.ts';
import { staleLead } from './stale-lead.ts';
import { tabIndentation } from './tab-indentation.ts';
import { unchangedRoadmap } from './unchanged-roadmap.ts';
import { unexpectedSection } from './unexpected-section.ts';
import { unfilledText } from './unfilled-text.ts';
import { unknownHorizon } from './unknown-horizon.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unknownRule } from './unknown-rule.ts';
import { unknownTeam } from './unknown-team.ts';
import { unparsedHeading } from './unparsed-heading.ts';
import { wrongHeadingLevel } from './wrong-heading-level.ts';
import { wrongWeekday } from './wrong-weekday.ts';

/** All rules in the order of the catalogue. */
export const rules: readonly Rule[] = [
  missingSection,
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
  wrongWeekday,
  offSchedule,
  malformedFileName,
  agendaMismatch,
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
];
