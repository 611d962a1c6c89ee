import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readRosterFile } from '../../server/src/core/template/parse-roster.ts';

test('a template of a thousand headings is read, and one of more says so at the first that is not', () => {
  const withHeadings = (count: number): string =>
    `# Call {date}\n${'\n## Section\n'.repeat(count - 1)}`;
  for (const count of [999, 1000]) {
    assert.deepEqual(readTemplate(withHeadings(count), 'call.md').problems, []);
  }
  const text = withHeadings(1001);
  const { problems, sections } = readTemplate(text, 'call.md');
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['A template may have 1000 headings at most'],
  );
  const from = problems[0]?.range.start ?? 0;
  assert.equal(text.slice(from).match(/## /g)?.length, 1);
  assert.equal(sections[0]?.children.length, 999);
});

test('a roster of a thousand teams is read, and one of more is told and left out', () => {
  const withTeams = (count: number): string =>
    `teams:\n${Array.from({ length: count }, (_, index) => `  - name: Team ${index}\n`).join('')}`;
  const most = readRosterFile(withTeams(1000));
  assert.deepEqual([most.roster.teams.length, most.problems], [1000, []]);
  const more = readRosterFile(withTeams(1001));
  assert.equal(more.roster.teams.length, 0);
  assert.deepEqual(
    more.problems.map(({ message }) => message),
    ['“teams” must be a list of 1000 teams at most'],
  );
});
