/** The template of the tests' group. */
export const weeklyTemplate = `---
minutes-template: 1
name: Weekly
files: "*.md"
file-name: "{date}.md"
roster:
  - name: Lanterns
    leads: [Ada Quill]
  - name: Harbour
    leads: [Bo Marsh]
---
# Weekly {date}

## Agenda

## Updates

### {team} - {lead}

## Decisions

## Next Steps
`;

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
