import * as l10n from '@vscode/l10n';
import type { Matcher } from '../matching/matcher.ts';
import type { Baseline } from '../meetings/baseline.ts';
import { partKey, type ReportedPart } from '../meetings/reported-part.ts';
import type { UpdateWording } from '../matching/update-wordings.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { fillPlaceholders } from '../template/section-text.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { harborTemplate } from './shared/example-templates.ts';

/** Finds updates that are below the wrong team. */
export const misplacedUpdate: MinutesRule = {
  id: 'misplaced-update',
  summary: 'A new update appears below two teams, or has moved to another team',
  severity: 'hint',
  docs: {
    finds: `
Reported are an update that equals another team’s, unless both were committed that way, and an update that the committed version has below another team, which is now empty.
Updates of fewer than 20 characters, such as “No update”, are not compared.
`,
    why: `
An update pasted below the wrong heading is reported for the wrong team.
`,
    repair: `
There is no automatic fix: only the author knows where the update belongs.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Ada Quill

- The jib was painted and tested

### Lighthouse - Cy Marsh
^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-update: The updates of “Lighthouse” and “Crane” are the same [see 5:1: The same update]

- The jib was painted and tested
~~~
`,
  },
  fixes: [],
  check: (context) => {
    const updates = context.template.updateWordings(context.minutes);
    return [...reportTwins(updates, context), ...reportMoved(updates, context)];
  },
};

const shortest = 20;

function reportTwins(
  updates: readonly UpdateWording[],
  { history, template, statedDate }: RuleContext,
): readonly Report[] {
  const first = new Map<string, UpdateWording>();
  const reports: Report[] = [];
  for (const update of updates) {
    const { wording } = update;
    if (wording.length < shortest) continue;
    const twin = first.get(wording);
    // Most updates have no twin, and needn't be compared with the template.
    if (twin === undefined || isOfTemplate(twin, template, statedDate)) first.set(wording, update);
    else if (
      !isOfTemplate(update, template, statedDate) &&
      !history.baselines.some((baseline) => wereTwins(baseline, update, twin))
    ) {
      reports.push(reportTwin(update, twin));
    }
  }
  return reports;
}

/** Tells whether an update says nothing but what new minutes start with. */
function isOfTemplate(
  { matched, wording }: UpdateWording,
  template: Matcher,
  statedDate: string | null,
): boolean {
  const { placeholders } = template.options;
  const lines = bodiesOf(matched.expected)
    .map((body) => fillPlaceholders(body, statedDate, placeholders))
    .flatMap((body) => template.lineWordings(body).map((line) => line.wording));
  return wording.split('\n').every((line) => lines.includes(line));
}

function bodiesOf({ body, children }: TemplateSection): readonly string[] {
  return [body, ...children.flatMap(bodiesOf)];
}

function wereTwins({ wordings }: Baseline, update: UpdateWording, twin: UpdateWording): boolean {
  return [update, twin].every(({ matched, wording }) => wordings.get(partKey(matched)) === wording);
}

function reportTwin({ matched }: UpdateWording, { matched: twin }: UpdateWording): Report {
  return {
    message: l10n.t(
      'The updates of “{0}” and “{1}” are the same',
      matched.team.team,
      twin.team.team,
    ),
    range: matched.section.heading.range,
    related: [
      {
        document: 'minutes',
        range: twin.section.heading.range,
        message: l10n.t('The same update'),
      },
    ],
    fixes: [],
  };
}

function reportMoved(
  updates: readonly UpdateWording[],
  { history }: RuleContext,
): readonly Report[] {
  return history.baselines.flatMap((baseline) => {
    const ownerOf = ownersByWording(baseline);
    return updates.flatMap(({ matched, wording }): Report[] => {
      const key = partKey(matched);
      if (wording.length < shortest || !baseline.wordings.has(key)) return [];
      if (baseline.wordings.get(key) === wording) return [];
      const owner = ownerOf.get(wording);
      const now = owner && updates.find((other) => partKey(other.matched) === owner.key);
      if (owner === undefined || now?.wording !== '') return [];
      const { range } = now.matched.section.heading;
      return [
        {
          message: l10n.t('This update used to be below “{0}”, which is now empty', owner.name),
          range: matched.section.heading.range,
          related: [{ document: 'minutes', range, message: l10n.t('“{0}” is empty', owner.name) }],
          fixes: [],
        },
      ];
    });
  });
}

/** Returns for each text of a baseline the first part with this wording. */
function ownersByWording({ parts, wordings }: Baseline): ReadonlyMap<string, ReportedPart> {
  const wording = (part: ReportedPart): string => wordings.get(part.key) ?? '';
  return new Map(parts.toReversed().map((part) => [wording(part), part]));
}
