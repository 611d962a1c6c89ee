import { agendaMismatch } from './agenda-mismatch.ts';
import { conflictMarker } from './conflict-marker.ts';
import { dateMismatch } from './date-mismatch.ts';
import { duplicateSection } from './duplicate-section.ts';
import { duplicateTeam } from './duplicate-team.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidTemplate } from './invalid-template.ts';
import { malformedTeamHeading } from './malformed-team-heading.ts';
import { malformedTitle } from './malformed-title.ts';
import { misplacedSection } from './misplaced-section.ts';
import { missingLead } from './missing-lead.ts';
import { missingSection } from './missing-section.ts';
import { missingTeam } from './missing-team.ts';
import { missingTitle } from './missing-title.ts';
import { misspelledSection } from './misspelled-section.ts';
import { pastedHeading } from './pasted-heading.ts';
import type { Rule } from './rule.ts';
import { unexpectedSection } from './unexpected-section.ts';
import { unfilledText } from './unfilled-text.ts';
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
  duplicateTeam,
  unfilledText,
  conflictMarker,
  invalidTemplate,
  unknownPlaceholder,
];
