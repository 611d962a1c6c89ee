/** A template that comes with the product. */
export interface Preset {
  readonly name: string;
  readonly text: string;
}

/** The built-in templates; generated from `presets/` by `npm run generate`. */
export const presets: readonly Preset[] = [
  {
    name: 'community-call',
    text: `---
minutes-template: 1
name: community-call
placeholders:
  organisation: '[^,()]+'
---

# {text} {date:YYYY MMMM}

## Attendees

<!-- help: Who took part, as “Name, Organisation”. -->

## Topics

<!-- help: One section a topic, named by its area. Write who spoke, as “Name (Organisation)”. -->

### {text} <!-- repeat -->

## Links <!-- optional -->

<!-- help: Documents and recordings that were mentioned. -->

## Next meeting

<!-- help: Day and hour of the next call. -->
`,
  },
  {
    name: 'runtime-pmc',
    text: `---
minutes-template: 1
name: runtime-pmc
---

# {text} Meeting {date}

## Agenda

<!-- help: What the meeting goes through, one item a line. -->

- Announcements
- PMC Lifecycle Activities
- Backlog Review

## Attendees <!-- optional -->

<!-- help: Who took part, with the organisation. -->

## Announcements <!-- optional -->

<!-- help: What everybody should know, from any team. -->

## PMC Lifecycle Activities

<!-- help: Projects that are proposed, graduate, or retire. -->

## Discussion <!-- optional -->
<!-- alias: Open Discussion -->

<!-- help: What needs the whole group, with what was decided. -->

## Backlog Reviews
<!-- alias: Current Backlog and Priorities; alias: Current Backlogs and Priorities -->

<!-- help: One section a team: what was done, what comes next, what is in the way. -->

### {team} ({status?}) - {lead}

## CF Feature Roadmap Review <!-- optional -->

<!-- help: What comes when, for all who build on it. -->

<!-- header: Delivered When? | What? -->

When? | What?
------|------
*Recently Completed* |
*Soon* |
*Next* |
*Future* |

*Above are plans, not commitments, and may change without notice.*

## Appendix <!-- optional -->
`,
  },
  {
    name: 'working-session',
    text: `---
minutes-template: 1
name: working-session
---

# {text}

## Links
<!-- alias: General Links -->

<!-- help: Where the notes, recordings and documents are. -->

## Time slots

<!-- help: Day and hours of each slot, with the time zone. -->

## Attendees

<!-- help: Who takes part: name, organisation, interest. -->

## Topics
<!-- alias: PTG Topics -->

<!-- help: One section a topic, with its owner. -->

### {text} <!-- repeat; optional -->

## Action items

<!-- help: Who does what by when. -->
`,
  },
];
