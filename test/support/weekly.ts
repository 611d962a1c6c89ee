/** What differs between the templates that tests give their group. */
interface WeeklyParts {
  /** A further line of the front matter. */
  readonly frontMatter?: string;
  /** What a team's update starts with. */
  readonly update?: string;
  /** The sections after the updates. */
  readonly sections: readonly string[];
}

/** Writes a template of the tests' group: two teams with an update each. */
export function writeWeeklyTemplate({ frontMatter, update, sections }: WeeklyParts): string {
  return `---
minutes-template: 1
name: Weekly
files: "*.md"
${frontMatter === undefined ? '' : `${frontMatter}\n`}roster:
  - name: Lanterns
    leads: [Ada Quill]
  - name: Harbour
    leads: [Bo Marsh]
---
${['# Weekly {date}', '## Agenda', '## Updates', '### {team} - {lead}', update, ...sections]
  .filter((block) => block !== undefined)
  .join('\n\n')}
`;
}

/** The template of the tests' group. */
export const weeklyTemplate = writeWeeklyTemplate({
  frontMatter: 'file-name: "{date}.md"',
  sections: ['## Decisions', '## Next Steps'],
});

/** Minutes in which nothing is wrong. */
export const weeklyMinutes = `# Weekly 2018-06-26

## Agenda

- Updates
- Decisions

## Updates

### Lanterns - Ada Quill

- Lit the pier.

### Harbour - Bo Marsh

- Dredged the basin.

## Decisions

- None.

## Next Steps

- Meet again.
`;

/** The same minutes without their last section. */
export const incompleteMinutes = weeklyMinutes.slice(0, weeklyMinutes.indexOf('## Next Steps'));
