import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const before =
  '---\nfiles: "calls/*.md"\nminutes-template: 1\n---\n\n# Call {date}\n\n## News\n\n## Todo\n';
const after = before.replace('## Todo', '## Actions\n\n## Decisions');
const minutes = (date: string): string =>
  `# Call ${date}\n\n## News\n\n- Todo for all\n\n## Todo\n\n- [ ] Ada: paint\n\n### Todo\n\nMy own heading.\n`;
const files = {
  '.git/HEAD': '',
  '.minutes/call.md': after,
  'old.md': before,
  'calls/2026-01-06.md': minutes('2026-01-06'),
  'calls/2026-02-03.md': minutes('2026-02-03'),
};

test('a changed template says what changed and which minutes that concerns', (context) => {
  const folder = temporaryFolder(context, files);
  const { code, output, errors } = runCommand(folder.path, [
    'migrate',
    '--from=old.md',
    '--today=2026-01-20',
  ]);
  assert.equal(errors, '');
  assert.equal(code, 0);
  assert.match(
    output,
    /^“Todo” is now “Actions”\n“Decisions” is new\n2 minutes from 2026-01-06 to 2026-02-03 are concerned, 1 of them drafts/,
  );
  assert.equal(folder.read('calls/2026-01-06.md'), minutes('2026-01-06'));
});

test('drafts, or all minutes, get the new names and sections, and keep every other word', (context) => {
  const folder = temporaryFolder(context, files);
  const migrate = (...args: string[]): number | null =>
    runCommand(folder.path, ['migrate', '--from=old.md', '--today=2026-01-20', ...args]).code;
  const migrated = (date: string): string =>
    minutes(date).replace('## Todo', '## Actions').concat('\n## Decisions\n');
  assert.equal(migrate('--to=all', '--dry-run'), 0);
  assert.equal(folder.read('calls/2026-02-03.md'), minutes('2026-02-03'));
  assert.equal(migrate('--to=drafts'), 0);
  assert.equal(folder.read('calls/2026-02-03.md'), migrated('2026-02-03'));
  assert.equal(folder.read('calls/2026-01-06.md'), minutes('2026-01-06'));
  assert.equal(migrate('--to=all'), 0);
  assert.equal(folder.read('calls/2026-01-06.md'), migrated('2026-01-06'));
});

test('without an earlier version the user is told to name one', (context) => {
  const folder = temporaryFolder(context, files);
  const { code, errors } = runCommand(folder.path, ['migrate']);
  assert.equal(code, 2);
  assert.match(errors, /name one with --from/);
});
