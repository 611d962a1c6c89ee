/** A template of a call with teams, and what its minutes look like. */
export const harbourTemplate = `---
minutes-template: 1
name: Harbour call
files: "calls/*.md"
file-name: "{date}-harbour.md"
---

# Harbour call {date}

## Updates

### {team} ({status?}) - {lead}

## Roadmap

| When | What |
| --- | --- |
`;

/** What minutes of the call say. */
export interface HarbourMinutes {
  readonly date: string;
  readonly crane?: string;
  readonly craneLead?: string;
  readonly gauge?: string;
  readonly roadmap?: string;
}

export const craneUpdate = '- Painted the jib\n';
export const gaugeUpdate = '- Read the level every hour\n- Cable ordered\n  - 40 m, blue\n';

/** Returns the text of minutes. */
export function harbourMinutes({
  date,
  crane = craneUpdate,
  craneLead = 'Ada Quill',
  gauge = gaugeUpdate,
  roadmap = '| Now | Brakes |\n',
}: HarbourMinutes): string {
  return `# Harbour call ${date}

## Updates

### Crane - ${craneLead}

${crane}
### Tide Gauge (incubating) - Bo Reed

${gauge}
## Roadmap

| When | What |
| --- | --- |
${roadmap}`;
}
