/** Returns minutes of about a size in UTF-16 units, always the same for the same size and number. */
export function generateMinutes(size: number, number = 0): string {
  const random = createRandom(number + 1);
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const sentence = (): string =>
    Array.from({ length: 6 + random(14) }, () => pick(words))
      .join(' ')
      .replace(/^./, (letter) => letter.toUpperCase());
  const item = (): string => {
    const link = random(5) === 0 ? ' [more](https://example.com/x)' : '';
    const marks = random(6) === 0 ? ' **bold** and `code`' : '';
    const nested = random(4) === 0 ? `\n  - ${sentence()}` : '';
    return `- ${sentence()}${link}${marks}${nested}`;
  };
  let updates = '';
  for (let team = 1; updates.length < size - 450; team++) {
    const items = Array.from({ length: 1 + random(6) }, item).join('\n');
    const release =
      random(4) === 0 ? `\n\n#### \`release-${String(team)}\`\n\n- v1.${String(team)}` : '';
    updates += `### ${teamName(team)} - ${pick(firstNames)} ${pick(lastNames)}\n\n${items}${release}\n\n`;
  }
  return `# Weekly ${dateOf(number)}\n\n## Agenda\n\n- Updates\n- Roadmap\n- Decisions\n\n## Updates\n\n${updates}${ending}`;
}

/** Returns minutes with the date of another number. */
export function redate(text: string, number: number): string {
  return text.replace(/^# Weekly .*$/m, `# Weekly ${dateOf(number)}`);
}

/** Returns minutes with what people leave in them: a misspelled section, open text, and list markers of two kinds in every third list. */
export function breakMinutes(text: string): string {
  let list = 0;
  return text
    .replace('## Decisions', '## Descisions')
    .replace(/^- .*\n(?=- )/gm, (item) => (list++ % 9 === 0 ? `${item}* [add here]\n` : item));
}

/** Returns the ISO date of the minutes of a number: one meeting a week. */
export function dateOf(number: number): string {
  return new Date(Date.UTC(1990, 0, 2 + 7 * number)).toISOString().slice(0, 10);
}

/** The template of the generated minutes. */
export const template = `---
minutes-template: 1
files: "**/*.md"
---

# Weekly {date}

## Agenda

## Updates

### {team} - {lead}

## Roadmap

| When | What |
| --- | --- |
| Now | |
| Next | |

## Decisions
`;

const ending = `## Roadmap

| When | What |
| --- | --- |
| Now | The quay |
| Next | A second crane |

## Decisions

- We buy the rope
`;

const words =
  'the release of our component was cut and shipped with fixes for logging routing storage and tests while we look into latency of the scheduler'.split(
    ' ',
  );
const firstNames = ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Fay', 'Gus', 'Hal'];
const lastNames = ['Quill', 'Reed', 'Marsh', 'Stone', 'Wood', 'Hill'];
const teams = [
  'Crane',
  'Tide Gauge',
  'Lighthouse',
  'Kettle',
  'Teapot',
  'Anchor',
  'Harbour',
  'Sail',
];

function teamName(number: number): string {
  const name = teams[number % teams.length] ?? '';
  return number < teams.length ? name : `${name} ${String(number)}`;
}

function createRandom(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
