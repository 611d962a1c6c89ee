import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  '.minutes/pier.md': `---
minutes-template: 1
name: Pier call
files: "calls/**/*.md"
---

# Pier call {date}

## Teams

### {team} - {lead}

## Decisions <!-- decisions; optional -->

- **Decision {number}**: {text}

## Actions <!-- actions; optional -->
`,
  'calls/2026-09-29.md': `# Pier call 2026-09-29

## Teams

### Crane - Ada Quill

- Before the period

## Actions

- [ ] Ada Quill: order rope
`,
  'calls/a (b)/2026-10-06.md': `# Pier call 2026-10-06

## Teams

### Crane - Ada Quill

#### \`crane-release\`

- Painted the jib in a light blue
- Oiled the hook:

  \`\`\`
  - not an item
  \`\`\`

### Harbor - Bo Reed

[add updates here]

## Decisions

- **Decision 7**: We buy rope.
`,
  'calls/2026-10-13.md': `# Pier call 2026-10-13

## Teams

### Crane - Ada Quill

- Painted the jib in light blue
- Tested the load

### Harbor - Bo Reed

The quay is [open](https://example.org).

## Actions

- [x] Ada Quill: order the rope
`,
  'calls/2026-10-20.md': '# Pier call 2026-10-20\n\nCancelled\n',
};

function run(context: TestContext, ...args: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand(temporaryFolder(context, files).path, ['digest', ...args]);
}

test('a digest has what teams reported in the newest wording, and what was decided and done, with links', (context) => {
  const { code, output } = run(context, '--since', '2026-10-01', '--until', '2026-10-31');
  assert.equal(code, 0);
  assert.equal(
    output,
    `# Pier call: 2026-10-01 to 2026-10-31

## Crane

**[2026-10-13](calls/2026-10-13.md)**

- Painted the jib in light blue
- Tested the load

**[2026-10-06](calls/a%20%28b%29/2026-10-06.md)**

**\`crane-release\`**

- Oiled the hook:

  \`\`\`
  - not an item
  \`\`\`

## Harbor

**[2026-10-13](calls/2026-10-13.md)**

The quay is [open](https://example.org).

## Decisions

- 7: We buy rope. ([2026-10-06](calls/a%20%28b%29/2026-10-06.md))

## Done

- Ada Quill: order the rope ([2026-10-13](calls/2026-10-13.md))
`,
  );
});

test('teams choose', (context) => {
  const { output } = run(
    context,
    ...['--since', '2026-10-07', '--until', '2026-10-31', '--team', 'harbor'],
  );
  assert.equal(
    output,
    `# Pier call: 2026-10-07 to 2026-10-31

## Harbor

**[2026-10-13](calls/2026-10-13.md)**

The quay is [open](https://example.org).
`,
  );
});

test('a period without minutes says so', (context) => {
  assert.match(run(context, '--since', '2027-01-01').output, /Nothing was reported/);
});

test('a period needs a beginning that is a day', (context) => {
  assert.equal(run(context).code, 2);
  assert.equal(
    run(context, '--since', '2026-13-01').errors,
    "error: option '--since <date>' argument '2026-13-01' is invalid. It must be a date such as 2018-06-26.\n",
  );
});
