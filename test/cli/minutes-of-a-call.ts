/** A template, minutes that fit it, and the same minutes with four defects. */
export const template = `---
minutes-template: 1
name: Call
files: "**/*.md"
---

# Call {date}

## Agenda

## News

## Decisions

## Next steps

## Open questions
`;

export const sound = `# Call 2018-06-26

## Agenda

- Rope

## News

- The jib is painted.

## Decisions

- We buy rope.

## Next steps

- Ada buys rope.

## Open questions

- Who paints the hull?
`;

/** Two sections are absent, one is misspelled, one is elsewhere. */
export const broken = `# Call 2018-06-26

## Next steps

- Ada buys rope.

## Agenda

- Rope

## Descisions

- We buy rope.
`;
