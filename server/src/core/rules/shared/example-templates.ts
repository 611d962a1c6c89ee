// Templates that the examples of several rules have, each as the fence of a suite (docs/suites.md).

/** A meeting with two sections. */
export const sectionsTemplate = `
~~~template.md
# Weekly {date}

## News

## Decisions
~~~
`;

/** A meeting of teams with a lead. */
export const teamsTemplate = `
~~~template.md
# Weekly {date}

## Teams

### {team} - {lead}
~~~
`;

/** A meeting with a roster of two teams. */
export const rosterTemplate = `
~~~template.md
---
roster:
  - name: Search
    leads: Robin Sand
  - name: Mail
    leads: Alex Moor
---

# Weekly {date}

## Teams

### {team} - {lead}
~~~
`;

/** A meeting with a roadmap of three horizons. */
export const roadmapTemplate = `
~~~template.md
# Weekly {date}

## Roadmap

| When | What |
| --- | --- |
| Now | |
| Next | |
| Later | |
~~~
`;

/** A call whose teams have a lead and a status. */
export const harborTemplate = `
~~~template.md
---
file-name: "{date}-harbor.md"
---

# Harbor call {date}

## Updates

### {team} ({status?}) - {lead}
~~~
`;

/** A call with a section of actions. */
export const actionsTemplate = `
~~~template.md
---
file-name: "{date}-harbor.md"
---

# Harbor call {date}

## Action items <!-- actions -->
~~~
`;
