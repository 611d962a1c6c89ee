import { agendaMismatch } from './agenda-mismatch.ts';
import { conflictMarker } from './conflict-marker.ts';
import { dateMismatch } from './date-mismatch.ts';
import { duplicateSection } from './duplicate-section.ts';
import { duplicateTeam } from './duplicate-team.ts';
import { inconsistentLeadName } from './inconsistent-lead-name.ts';
import { inconsistentStatus } from './inconsistent-status.ts';
import { inconsistentTeamName } from './inconsistent-team-name.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidTemplate } from './invalid-template.ts';
import { lostUpdate } from './lost-update.ts';
import { malformedTable } from './malformed-table.ts';
import { malformedTeamHeading } from './malformed-team-heading.ts';
import { malformedTitle } from './malformed-title.ts';
import { misplacedHorizon } from './misplaced-horizon.ts';
import { misplacedSection } from './misplaced-section.ts';
import { missingHorizon } from './missing-horizon.ts';
import { missingLead } from './missing-lead.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { missingTeam } from './missing-team.ts';
import { missingTitle } from './missing-title.ts';
import { misplacedTeam } from './misplaced-team.ts';
import { misplacedUpdate } from './misplaced-update.ts';
import { misspelledSection } from './misspelled-section.ts';
import { overlappingTemplates } from './overlapping-templates.ts';
import { overlongRow } from './overlong-row.ts';
import { pastedHeading } from './pasted-heading.ts';
import { repeatedUpdate } from './repeated-update.ts';
import type { Rule } from './rule.ts';
import { staleLead } from './stale-lead.ts';
import { unchangedRoadmap } from './unchanged-roadmap.ts';
import { unexpectedSection } from './unexpected-section.ts';
import { unfilledText } from './unfilled-text.ts';
import { unknownHorizon } from './unknown-horizon.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unknownTeam } from './unknown-team.ts';
import { wrongHeadingLevel } from './wrong-heading-level.ts';

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
  agendaMismatch,
  malformedTeamHeading,
  missingLead,
  unknownTeam,
  missingTeam,
  misplacedTeam,
  duplicateTeam,
  inconsistentTeamName,
  inconsistentLeadName,
  inconsistentStatus,
  staleLead,
  missingTable,
  malformedTable,
  missingHorizon,
  unknownHorizon,
  misplacedHorizon,
  overlongRow,
  unchangedRoadmap,
  unfilledText,
  conflictMarker,
  lostUpdate,
  misplacedUpdate,
  repeatedUpdate,
  invalidTemplate,
  unknownPlaceholder,
  overlappingTemplates,
];
