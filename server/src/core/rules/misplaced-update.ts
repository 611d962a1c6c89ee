import { reportedParts, type ReportedPart } from '../meetings/reported-part.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds updates that stand below the wrong team. */
export const misplacedUpdate: MinutesRule = {
  id: 'misplaced-update',
  summary: 'A new update stands below two teams, or moved to another team',
  severity: 'hint',
  docs: `
Who pastes an update below the wrong heading reports for another team.

Reported are an update that is equal to another team’s, unless both were committed so,
and one that the committed version has below another team, which is empty now.
Updates of less than 20 letters, such as “No update”, are not compared.
`,
  check: (context) => {
    const parts = reportedParts(context.minutes, context.match, context.template).filter(
      ({ team }) => team !== null,
    );
    return [...reportTwins(parts, context), ...reportMoved(parts, context)];
  },
};

const shortest = 20;

function reportTwins(parts: readonly ReportedPart[], { history }: RuleContext): readonly Report[] {
  const first = new Map<string, ReportedPart>();
  return parts.flatMap((part): Report[] => {
    const said = saidIn(part);
    const twin = first.get(said);
    if (said.length < shortest) return [];
    if (twin === undefined) {
      first.set(said, part);
      return [];
    }
    const wereTwins = history.baselines.some((baseline) =>
      [part, twin].every(({ key }) => saidBefore(key, baseline.parts) === said),
    );
    if (wereTwins) return [];
    return [
      {
        message: `The update of “${part.name}” is the same as that of “${twin.name}”`,
        range: part.heading.range,
        related: [
          {
            document: 'minutes',
            range: twin.heading.range,
            message: `“${twin.name}” says the same`,
          },
        ],
        fixes: [],
      },
    ];
  });
}

function reportMoved(parts: readonly ReportedPart[], { history }: RuleContext): readonly Report[] {
  return history.baselines.flatMap((baseline) =>
    parts.flatMap((part): Report[] => {
      const said = saidIn(part);
      if (said.length < shortest || saidBefore(part.key, baseline.parts) === said) return [];
      const owner = baseline.parts.find(
        ({ key, ...before }) => key !== part.key && saidIn({ key, ...before }) === said,
      );
      const now = parts.find(({ key }) => key === owner?.key);
      const knew = baseline.parts.some(({ key }) => key === part.key);
      if (owner === undefined || now === undefined || !knew || saidIn(now) !== '') return [];
      return [
        {
          message: `This update stood below “${owner.name}”, which is empty now`,
          range: part.heading.range,
          related: [
            { document: 'minutes', range: now.heading.range, message: `“${owner.name}” is empty` },
          ],
          fixes: [],
        },
      ];
    }),
  );
}

function saidBefore(key: string, parts: readonly ReportedPart[]): string | null {
  const part = parts.find((other) => other.key === key);
  return part === undefined ? null : saidIn(part);
}

function saidIn({ lines }: ReportedPart): string {
  return lines
    .map(({ said }) => said)
    .filter((said) => said !== '')
    .join('\n');
}
