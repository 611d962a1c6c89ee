import * as l10n from '@vscode/l10n';
import { rosterOrder } from '../template/roster.ts';
import { placeOfTeam } from '../matching/team-place.ts';
import { teamText } from '../template/team-text.ts';
import { insertBlock } from '../text/insert-block.ts';
import { matchRoster } from './shared/roster-match.ts';
import type { MinutesRule } from './rule.ts';

/** Finds teams of the roster that the minutes lack. */
export const missingTeam: MinutesRule = {
  id: 'missing-team',
  summary: 'A team of the roster is absent',
  severity: 'warning',
  docs: `
A lead who doesn’t find the own team’s section in the hour of the call writes nothing, or in the wrong place.
Only a declared roster says which teams there are; where the template declares none, nothing is reported.

**Insert team** puts the section where the roster’s order has it, with lead and status.
`,
  headingsOnly: true,
  check: (context) =>
    matchRoster(context).missing.flatMap((team) => {
      const place = placeOfTeam(team.name, rosterOrder(context.roster), context.match);
      if (place === null) return [];
      const { edit, anchor } = insertBlock(
        context.minutes.text,
        place.offset,
        teamText(place.expected, team),
      );
      return [
        {
          message: l10n.t('The roster’s team “{0}” is missing', team.name),
          range: anchor,
          related: [],
          fixes: [{ title: l10n.t('Insert team “{0}”', team.name), safe: true, edits: [edit] }],
        },
      ];
    }),
};
