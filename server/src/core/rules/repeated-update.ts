import * as l10n from '@vscode/l10n';
import { updatesOf } from '../meetings/roster-over-time.ts';
import { saidByTeams } from '../meetings/said-by-teams.ts';
import { textHash } from '../text/text-hash.ts';
import type { MinutesRule } from './rule.ts';

/** Finds updates that are the same as in the minutes before. */
export const repeatedUpdate: MinutesRule = {
  id: 'repeated-update',
  summary: 'A team’s update is the same as in the minutes before',
  severity: 'off',
  docs: `
Where new minutes begin as a copy of the last ones, an update that nobody touched says nothing new.
Some groups want to know; others repeat themselves on purpose, so the rule is off until you turn it on.
`,
  check: ({ minutes, match, template, date, history }) => {
    if (date === null) return [];
    return saidByTeams(minutes, match, template).flatMap(({ matched: { team, section }, said }) => {
      if (said === '') return [];
      const last = updatesOf(team.key, history.series)
        .filter((update) => update.date < date)
        .at(-1);
      if (last?.team.hash !== textHash(said)) return [];
      return [
        {
          message: l10n.t('“{0}” repeats its update of {1}', team.team, last.date),
          range: section.heading.range,
          related: [],
          fixes: [],
        },
      ];
    });
  },
};
