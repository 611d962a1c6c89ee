import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
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

const frontMatter = '---\nfiles: "calls/*.md"\nminutes-template: 1\n---\n\n';
const shapes = {
  'a name, below which a link and an emoji stay': {
    before: '# Call {date}\n\n## Recording\n',
    after: '# Call {date}\n\n## Video\n',
    minutes: '# Call 2026-01-06\n\n## 🎥 [Recording](https://example.org/v)\n\nAll of it.\n',
    migrated: '# Call 2026-01-06\n\n## 🎥 [Video](https://example.org/v)\n\nAll of it.\n',
    says: '“Recording” is now “Video”',
  },
  'an order': {
    before: '# Call {date}\n\n## News\n\n## Talk\n\n## Plans\n',
    after: '# Call {date}\n\n## Plans\n\n## News\n\n## Talk\n',
    minutes: '# Call 2026-01-06\n\n## News\n\n- a\n\n## Talk\n\n- b\n\n## Plans\n\n- c\n',
    migrated: '# Call 2026-01-06\n\n## Plans\n\n- c\n\n## News\n\n- a\n\n## Talk\n\n- b\n',
    says: '“Plans” is in another place',
  },
  'a level': {
    before: '# Call {date}\n\n## News\n\n## Plans\n\n## Talk\n',
    after: '# Call {date}\n\n## News\n\n### Plans\n\n## Talk\n',
    minutes: '# Call 2026-01-06\n\n## News\n\n- a\n\n## Plans\n\n- c\n\n## Talk\n',
    migrated: '# Call 2026-01-06\n\n## News\n\n- a\n\n### Plans\n\n- c\n\n## Talk\n',
    says: '“Plans” is in another place',
  },
  'labels and fields': {
    before: '# Call {date}\n\n- Scribe: {person}\n\n## News\n',
    after: '# Call {date}\n\n- Minute taker: {person}\n- Video: {url}\n\n## News\n',
    minutes: '# Call 2026-01-06\n\n- **Scribe:** Ada\n\n## News\n\n- Scribe: not a field\n',
    migrated:
      '# Call 2026-01-06\n\n- **Minute taker:** Ada\n- Video: \n\n## News\n\n- Scribe: not a field\n',
    says: 'The field “Scribe” is now “Minute taker”',
  },
  'a section beside the title': {
    before: '# Call {date}\n\n## News\n\n# Notes\n',
    after: '# Call {date}\n\n## News\n\n# Records\n',
    minutes: '# Call 2026-01-06\n\n## News\n\n- a\n\n# Notes\n\n- c\n',
    migrated: '# Call 2026-01-06\n\n## News\n\n- a\n\n# Records\n\n- c\n',
    says: '“Notes” is now “Records”',
  },
  columns: {
    before: '# Call {date}\n\n## Plan\n\nWhen | What\n---|---\nNow |\nNext |\n',
    after: '# Call {date}\n\n## Plan\n\nWhen | Who | Topic\n---|---|---\nNow | |\nNext | |\n',
    minutes:
      '# Call 2026-01-06\n\n## Plan\n\n| When | What |\n|:--|---|\n| Now | paint \\| clean |\n| | oil |\n| Next | rest |\n',
    migrated:
      '# Call 2026-01-06\n\n## Plan\n\n| When | Who | Topic | What |\n| :-- | --- | --- | --- |\n| Now |  |  | paint \\| clean |\n|  |  |  | oil |\n| Next |  |  | rest |\n',
    says: 'The table of “Plan” has the columns “When | Who | Topic” instead of “When | What”',
  },
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

test('without an earlier version the message asks to name one', (context) => {
  const folder = temporaryFolder(context, files);
  const { code, errors } = runCommand(folder.path, ['migrate']);
  assert.equal(code, 2);
  assert.equal(
    errors,
    'error: there is no earlier version of the template; name one with --from: not a git repository (or any of the parent directories): .git\n',
  );
});

suite('what a template changes', () => {
  for (const [name, { before, after, minutes: written, migrated, says }] of Object.entries(
    shapes,
  )) {
    test(name, (context) => {
      const folder = temporaryFolder(context, {
        '.git/HEAD': '',
        '.minutes/call.md': frontMatter + after,
        'old.md': frontMatter + before,
        'calls/2026-01-06.md': written,
      });
      const { code, output, errors } = runCommand(folder.path, [
        'migrate',
        '--from=old.md',
        '--today=2026-01-20',
        '--to=all',
      ]);
      assert.equal(errors, '');
      assert.equal(code, 0);
      assert.equal(output.split('\n')[0], says);
      assert.equal(folder.read('calls/2026-01-06.md'), migrated);
    });
  }
});

test('old minutes stay where the template keeps the old names as aliases', (context) => {
  const folder = temporaryFolder(context, files);
  const { code } = runCommand(folder.path, ['migrate', '--from=old.md', '--to=aliases']);
  assert.equal(code, 0);
  assert.equal(
    folder.read('.minutes/call.md'),
    after.replace('## Actions', '## Actions <!-- alias: Todo -->'),
  );
  assert.equal(folder.read('calls/2026-01-06.md'), minutes('2026-01-06'));
});

test('old minutes stay where the template as it was holds until their last day', (context) => {
  const folder = temporaryFolder(context, files);
  const migrate = (): number | null =>
    runCommand(folder.path, ['migrate', '--from=old.md', '--to=era', '--today=2026-01-20']).code;
  assert.equal(migrate(), 0);
  assert.equal(
    folder.read('.minutes/call-until-2026-01-06.md'),
    before.replace('1\n---', '1\nuntil: 2026-01-06\n---'),
  );
  assert.equal(
    folder.read('.minutes/call.md'),
    after.replace('1\n---', '1\nfrom: 2026-01-07\n---'),
  );
  const checked = runCommand(folder.path, ['check', '--today=2026-01-20', 'calls/2026-01-06.md']);
  assert.equal(checked.code, 0, checked.output);
  assert.equal(migrate(), 2, 'the earlier template is never overwritten');
});
