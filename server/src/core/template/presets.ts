/** A template that comes with the product. */
export interface Preset {
  readonly name: string;
  readonly text: string;
}

/** The built-in templates; generated from `presets/` by `npm run generate`. */
export const presets: readonly Preset[] = [
  {
    name: 'board-meeting',
    text: `---
minutes-template: 1
name: board-meeting
---

# {text} {date}

## Attendance <!-- attendees -->

<!-- help: Who was present, who sent regrets, and whether there was a quorum. -->

- Present:
- Regrets:
- Quorum:

## Approval of the last minutes

<!-- help: Which minutes were approved, and with what changes. -->

## Reports

<!-- help: One section a report: the chair, the treasurer, a committee. -->

### {text} <!-- repeat 0.. -->

## Resolutions

<!-- help: One section a resolution: its wording, who moved and seconded it, and the votes. -->

### Resolution {number}: {text} <!-- repeat 0.. -->

## Action items <!-- actions -->

<!-- help: Who does what by when. Open ones go to the next minutes. -->

## Next meeting
`,
  },
  {
    name: 'community-call',
    text: `---
minutes-template: 1
name: community-call
placeholders:
  organization: '[^,()]+'
---

# {text} {date:YYYY MMMM}

## Attendees <!-- attendees -->

<!-- help: Who took part, as “Name, Organization”. -->

## Topics

<!-- help: One section a topic, named by its area. Write who spoke, as “Name (Organization)”. -->

### {text} <!-- repeat -->

## Links <!-- optional -->

<!-- help: Documents and recordings that were mentioned. -->

## Next meeting

<!-- help: Day and hour of the next call. -->
`,
  },
  {
    name: 'empty',
    text: `---
minutes-template: 1
name: empty
---

# {text} {date}
`,
  },
  {
    name: 'release-meeting',
    text: `---
minutes-template: 1
name: release-meeting
---

# {text} {date}

## Attendees <!-- attendees -->

## Status

<!-- help: Where the release stands, and how far it is from its date. -->

## Blockers

<!-- help: What has to be done before it can ship, with owner and issue. -->

## Go or no-go

<!-- help: What was decided, and by whom. -->

## Schedule <!-- carry-over -->

<!-- help: What ships when. -->

| When | What |
| --- | --- |
| Next | |
| Then | |

## Action items <!-- actions -->

<!-- help: Who does what by when. Open check boxes go to the next minutes. -->
`,
  },
  {
    name: 'retrospective',
    text: `---
minutes-template: 1
name: retrospective
---

# {text} {date}

## Attendees <!-- attendees -->

## Last time

<!-- help: What became of the actions of the last retrospective. -->

## What went well

## What did not go well <!-- alias: What could be better -->

## Ideas <!-- optional -->

## Actions <!-- actions -->

<!-- help: Who does what by when: few, and small enough for the next time. Open check boxes go on. -->
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

## Attendees <!-- optional; attendees -->

<!-- help: Who took part, with the organization. -->

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
    name: 'steering-committee',
    text: `---
minutes-template: 1
name: steering-committee
---

# {text} {date}

## Attendees <!-- attendees -->

<!-- help: Members and guests. -->

## Announcements <!-- optional -->

## Areas

<!-- help: One section an area, by whoever leads it: what was done, what comes next, what is in the way. -->

### {team} ({status?}) - {lead}

## Proposals

<!-- help: One section a proposal: what is asked, what was said, and where it stands. -->

### {text} <!-- repeat 0.. -->

## Decisions <!-- decisions -->

<!-- help: What was decided, with the votes where there were any. -->

## Action items <!-- actions -->

<!-- help: Who does what by when. Open check boxes go to the next minutes. -->
`,
  },
  {
    name: 'team-weekly',
    text: `---
minutes-template: 1
name: team-weekly
---

# {text} {date}

## Agenda

- News
- In the way
- Action items

## News

<!-- help: What everybody should know. -->

## In the way <!-- alias: Blockers -->

<!-- help: What keeps whom from going on, and who helps. -->

## Action items <!-- actions; alias: Actions -->

<!-- help: Who does what by when. Open check boxes go to the next minutes. -->
`,
  },
  {
    name: 'working-group',
    text: `---
minutes-template: 1
name: working-group
---

# {text} {date}

## Attendees <!-- attendees -->

<!-- help: Who took part, and who wrote the minutes. -->

## Agenda

<!-- help: What the meeting goes through, one item a line, each with its owner. -->

## Topics

<!-- help: One section a topic: who brought it, what was said. -->

### {text} <!-- repeat 0.. -->

## Decisions <!-- decisions -->

<!-- help: What was decided, and by whom. -->

## Next steps <!-- actions; alias: Action items -->

<!-- help: Who does what by when. Open check boxes go to the next minutes. -->
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

## Attendees <!-- attendees -->

<!-- help: Who takes part: name, organization, interest. -->

## Topics
<!-- alias: PTG Topics -->

<!-- help: One section a topic, with its owner. -->

### {text} <!-- repeat; optional -->

## Action items <!-- actions -->

<!-- help: Who does what by when. -->
`,
  },
];
