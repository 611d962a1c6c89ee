import type { Baseline } from '../meetings/baseline.ts';
import { reportedParts, type ReportedPart } from '../meetings/reported-part.ts';
import { saidIn } from '../meetings/said-in.ts';
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
    const { minutes, match, template } = context;
    const parts = reportedParts(minutes, match, template).flatMap((part): SaidPart[] =>
      part.team === null ? [] : [{ ...part, said: saidIn(part.range, minutes, template) }],
    );
    return [...reportTwins(parts, context), ...reportMoved(parts, context)];
  },
};

/** A team's part with what it says. */
interface SaidPart extends ReportedPart {
  readonly said: string;
}

const shortest = 20;

function reportTwins(parts: readonly SaidPart[], { history }: RuleContext): readonly Report[] {
  const first = new Map<string, SaidPart>();
  return parts.flatMap((part): Report[] => {
    const { said } = part;
    if (said.length < shortest) return [];
    const twin = first.get(said);
    if (twin === undefined) {
      first.set(said, part);
      return [];
    }
    const wereTwins = history.baselines.some(({ saidBy }) =>
      [part, twin].every(({ key }) => saidBy.get(key) === said),
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

function reportMoved(parts: readonly SaidPart[], { history }: RuleContext): readonly Report[] {
  return history.baselines.flatMap((baseline) => {
    const ownerOf = ownersBySaid(baseline);
    return parts.flatMap(({ key, said, heading }): Report[] => {
      if (said.length < shortest || !baseline.saidBy.has(key)) return [];
      if (baseline.saidBy.get(key) === said) return [];
      const owner = ownerOf.get(said);
      const now = owner && parts.find((other) => other.key === owner.key);
      if (owner === undefined || now?.said !== '') return [];
      return [
        {
          message: `This update stood below “${owner.name}”, which is empty now`,
          range: heading.range,
          related: [
            { document: 'minutes', range: now.heading.range, message: `“${owner.name}” is empty` },
          ],
          fixes: [],
        },
      ];
    });
  });
}

/** Returns for each text of a baseline the first part that says it. */
function ownersBySaid({ parts, saidBy }: Baseline): ReadonlyMap<string, ReportedPart> {
  const said = (part: ReportedPart): string => saidBy.get(part.key) ?? '';
  return new Map(parts.toReversed().map((part) => [said(part), part]));
}
