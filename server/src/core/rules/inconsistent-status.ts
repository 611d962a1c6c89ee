import * as l10n from '@vscode/l10n';
import { firstOn, updatesOf } from '../meetings/roster-over-time.ts';
import type { OutlineTeam } from '../matching/template-match.ts';
import { teamOn } from '../template/roster.ts';
import { placeholdersOf } from '../template/text-pattern.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { sliceRange } from '../text/offset-range.ts';
import type { Fix } from './finding.ts';
import type { OutlineContext, OutlineRule, RuleContext } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';

/** Finds teams whose status is not the one that they have elsewhere. */
export const inconsistentStatus: OutlineRule = {
  id: 'inconsistent-status',
  summary: 'A team’s status differs from the roster or the minutes before and after',
  severity: 'hint',
  docs: {
    finds: `
The roster’s status on the day of the meeting counts.
Without a roster, the minutes before and after have to agree, or the last two if none follow.
`,
    why: `
A status such as \`(incubating)\` is easily lost when a heading is retyped, and as easily kept too long.
`,
    repair: `
**Change the status** writes it, and **Remove the status** deletes it.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane (incubating) - Ada Quill

- Painted the jib
~~~

~~~2018-05-15-harbor.md
# Harbor call 2018-05-15

## Updates

### Crane - Ada Quill
^^^^^^^^^^^^^^^^^^^^^ inconsistent-status: “Crane” has no status here and “incubating” elsewhere [unsafe fix: Change the status to “incubating”]

- Oiled the hook
~~~

~~~2018-05-29-harbor.md
# Harbor call 2018-05-29

## Updates

### Crane (incubating) - Ada Quill

- Ordered rope
~~~
`,
  },
  fixes: [
    { title: 'Change the status to', safe: false },
    { title: 'Remove the status', safe: false },
  ],
  checkOutline: (context) =>
    context.match.teams.flatMap((matched) => {
      const usual = usualStatus(matched, context);
      const { team, section, expected } = matched;
      const hasPlace = placeholdersOf(expected.pattern.parts).some(({ name }) => name === 'status');
      if (usual === undefined || isSame(usual, team.status)) return [];
      if (team.status === null && !hasPlace) return [];
      return [
        {
          message: statusMessage(team.team, team.status, usual),
          range: headingRange(section),
          fixes: (placed) => statusFix(matched, usual, placed),
        },
      ];
    }),
};

function statusMessage(team: string, own: string | null, usual: string | null): string {
  if (own === null)
    return l10n.t('“{0}” has no status here and “{1}” elsewhere', team, usual ?? '');
  return usual === null
    ? l10n.t('“{0}” has the status “{1}” here and none elsewhere', team, own)
    : l10n.t('“{0}” has the status “{1}” here and “{2}” elsewhere', team, own, usual);
}

/**
 * Returns the status that the team should have; undefined where nothing says.
 * In the last minutes a status may be new, but is not lost by intention.
 */
function usualStatus({ team }: OutlineTeam, context: OutlineContext): string | null | undefined {
  const entry = teamOn(team.key, context);
  if (entry !== null) return entry.status;
  const { date, history } = context;
  if (date === null) return undefined;
  const updates = updatesOf(team.key, history.series);
  const end = firstOn(date, updates);
  const last = updates[end - 1]?.team.heading;
  const later = updates.find((update) => update.date > date);
  const next = later ?? (team.status === null ? updates[end - 2] : undefined);
  if (last === undefined || next === undefined) return undefined;
  return isSame(last.status, next.team.heading.status) ? last.status : undefined;
}

function isSame(a: string | null, b: string | null): boolean {
  return normalizeText(a ?? '') === normalizeText(b ?? '');
}

function statusFix(
  { team, section }: OutlineTeam,
  status: string | null,
  { match, minutes }: RuleContext,
): readonly Fix[] {
  const { contentRange } = match.headingOf(section.heading);
  const source = sliceRange(minutes.text, contentRange);
  const name = source.indexOf(team.team);
  if (name === -1) return [];
  const end = name + team.team.length;
  const written = /^\s*\(([^()]*)\)/.exec(source.slice(end));
  const isStatus = written !== null && isSame(written[1] ?? null, team.status);
  if (team.status !== null && !isStatus) return [];
  const range = {
    start: contentRange.start + end,
    end: contentRange.start + end + (isStatus ? written[0].length : 0),
  };
  const title =
    status === null ? l10n.t('Remove the status') : l10n.t('Change the status to “{0}”', status);
  return [{ title, safe: false, edits: [{ range, text: status === null ? '' : ` (${status})` }] }];
}
