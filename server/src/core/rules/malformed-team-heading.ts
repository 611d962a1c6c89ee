import type { TeamHeading } from '../minutes/team-heading.ts';
import type { MatchedTeam } from '../template/match-template.ts';
import { teamHeadingText } from '../template/team-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import type { MinutesRule, Report } from './rule.ts';

/** Finds team headings that name a lead in none of the template's shapes. */
export const malformedTeamHeading: MinutesRule = {
  id: 'malformed-team-heading',
  summary: 'A team’s heading is in none of the template’s shapes',
  severity: 'warning',
  docs: `
The lead is found by the shape of the heading, such as \`Team - Lead\` or \`Team (Lead)\`.
In \`Search: Robin Sand\` nobody but a reader finds it.

**Rewrite the heading** keeps the words and puts them in the template’s shape.
`,
  check: ({ match, template }) =>
    match.teams
      .filter(({ section }) => !holdsUnfilled(section.heading.text, template))
      .flatMap((team) => reportMalformed(team)),
};

/** Tells whether a team's heading can be read in the template's shape, a missing lead aside. */
export function isReadableTeam(team: MatchedTeam): boolean {
  return otherReading(team) === null;
}

function reportMalformed(matched: MatchedTeam): readonly Report[] {
  const reading = otherReading(matched);
  if (reading === null) return [];
  const { expected, section } = matched;
  const text = teamHeadingText(expected, {
    name: reading.name,
    status: matched.team.status,
    leads: [reading.lead],
  });
  const { contentRange } = section.heading;
  return [
    {
      message: `“${section.heading.text}” doesn’t have the shape of a team’s heading: “${expected.name}”`,
      range: contentRange,
      related: [
        { document: 'template', range: expected.range, message: 'The shape in the template' },
      ],
      fixes: [
        { title: `Rewrite as “${text}”`, safe: false, edits: [{ range: contentRange, text }] },
      ],
    },
  ];
}

/** A dash without its spaces, a colon, or the bracket where a dash belongs, before a person's name. */
const otherForms: readonly RegExp[] = [
  /^(?<name>.*\S)\s+[-–—](?<lead>\p{Lu}[^()]*)$/u,
  /^(?<name>.*\p{L})[-–—]\s+(?<lead>\p{Lu}[^()]*)$/u,
  /^(?<name>.*\S)\s*[:|]\s*(?<lead>\p{Lu}[\p{L}.'’]*(?:\s+\p{Lu}[\p{L}.'’-]*)+)$/u,
  /^(?<name>.*\S)\s*\((?<lead>\p{Lu}[\p{L}.'’]*(?:\s+\p{Lu}[\p{L}.'’-]*)+)\)$/u,
];

function otherReading({ expected, team }: MatchedTeam): { name: string; lead: string } | null {
  const shape = expected.team;
  if (shape?.hasLead !== true || shape.custom || team.leadText !== null) return null;
  for (const form of otherForms) {
    const groups = form.exec(nameOf(team))?.groups;
    const [name, lead] = [groups?.name, groups?.lead];
    if (name !== undefined && lead !== undefined) return { name: name.trim(), lead: lead.trim() };
  }
  return null;
}

function nameOf(team: TeamHeading): string {
  return team.team.slice(0, 300);
}
