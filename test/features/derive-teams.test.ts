import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { proposeTemplates } from '../../server/src/core/deriving/propose-templates.ts';

/** Minutes of three meetings whose updates have these headings. */
function minutesOf(...headings: readonly string[]): { path: string; text: string }[] {
  return ['2024-01-02', '2024-01-09', '2024-01-16'].map((date) => ({
    path: `${date}.md`,
    text: `# Call ${date}\n\n## Updates\n\n${headings.map((each) => `### ${each}\n\n- Done\n\n`).join('')}`,
  }));
}

function derive(...headings: readonly string[]): string {
  const { proposals } = proposeTemplates(minutesOf(...headings), 'harbor');
  return proposals[0]?.text ?? '';
}

const teams = ['Crane - Ada Quill', 'Tide Gauge - Bo Reed'];

suite('headings are teams', () => {
  test('where at least half have the name of a person', () => {
    assert.match(derive(...teams, 'Weather', 'Post'), /\{team\}/);
    assert.doesNotMatch(derive(...teams, 'Weather', 'Post', 'Visitors'), /\{team\}/);
  });

  test('where two come back', () => {
    assert.match(derive(...teams), /\{team\}/);
    assert.doesNotMatch(derive('Crane - Ada Quill', 'Weather'), /\{team\}/);
  });
});
