import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const template = `---
minutes-template: 1
files: "*.md"
---

# Call {date}

## Attendees <!-- attendees; optional -->
`;

const files = {
  '.minutes/call.md': template,
  '2026-11-06.md': `# Call 2026-11-06

## Attendees

- Ada Quill, Harbor Ltd
- =Bo Reed

## Notes

- [ ] @ada: order the rope by 2026-11-13
- [ ] @bo: paint the hull
- RESOLVED: We buy | blue rope
`,
  '2026-11-13.md': `# Call 2026-11-13

- [x] @bo: paint the hull
- [ ] @ada: order the rope
`,
};

function run(context: TestContext, ...args: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand(temporaryFolder(context, files).path, args);
}

test('each action is printed once, as it was last mentioned', (context) => {
  const { code, output } = run(context, 'actions');
  assert.equal(code, 0);
  assert.equal(
    output,
    '2026-11-06  done  bo               paint the hull  2026-11-13.md  3\n' +
      '2026-11-06  open  ada  2026-11-13  order the rope  2026-11-13.md  4\n'.replace(
        'ada  ',
        'ada  ',
      ),
  );
});

test('open, overdue and owner choose', (context) => {
  const actionsOf = (...args: readonly string[]): readonly string[] =>
    run(context, 'actions', '--format', 'csv', ...args)
      .output.trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[4] ?? '');
  assert.deepEqual(actionsOf('--open'), ['order the rope']);
  assert.deepEqual(actionsOf('--overdue'), ['order the rope']);
  assert.deepEqual(actionsOf('--owner', 'Bo'), ['paint the hull']);
});

test('decisions are printed as a table in Markdown', (context) => {
  assert.equal(
    run(context, 'decisions', '--format', 'markdown').output,
    '| date | decision | path | line |\n' +
      '| --- | --- | --- | --- |\n' +
      '| 2026-11-06 | We buy \\| blue rope | 2026-11-06.md | 12 |\n',
  );
});

test('attendance is printed as data, and no cell is a formula', (context) => {
  const json: unknown = JSON.parse(run(context, 'attendance', '--format', 'json').output);
  assert.deepEqual(json, {
    version: 1,
    attendance: [
      {
        date: '2026-11-06',
        person: 'Ada Quill',
        presence: 'present',
        note: 'Harbor Ltd',
        path: '2026-11-06.md',
        line: 5,
      },
      {
        date: '2026-11-06',
        person: '=Bo Reed',
        presence: 'present',
        note: null,
        path: '2026-11-06.md',
        line: 6,
      },
    ],
  });
  assert.match(run(context, 'attendance', '--format', 'csv').output, /,'=Bo Reed,/);
});

test('a folder without minutes is reported', (context) => {
  const { code, errors } = runCommand(temporaryFolder(context).path, ['actions']);
  assert.equal(code, 2);
  assert.equal(errors, 'error: no template claims any minutes there\n');
});
