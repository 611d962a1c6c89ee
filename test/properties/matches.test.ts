import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { matchTemplate } from '../../server/src/core/matching/match-template.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import type { TemplateMatch } from '../../server/src/core/matching/template-match.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import { completeMinutes, templates } from './arbitrary-minutes.ts';

const parsed = templates.map((text) => readTemplate(text, 'template.md'));

test('a key below a heading moves the match, and one in a heading finds another', () => {
  const [template] = parsed;
  const [text = ''] = completeMinutes;
  assert.ok(template);
  const opened = readMinutes(parseMarkdown(text));
  const match = template.matchOf(opened);
  const below = next(opened, text.replace('Painted', 'Painted all of'));
  const moved = template.matchOf(below);
  assert.equal(moved.ofOutline, match.ofOutline);
  assert.deepEqual(rangesOf(moved), rangesOf(matchTemplate(below, template)));
  const within = next(opened, text.replace('## Decisions', '## Resolutions'));
  assert.notEqual(template.matchOf(within).ofOutline, match.ofOutline);
});

test('where sections are out of order, the longer one stays, whatever was kept', () => {
  const [template] = parsed;
  assert.ok(template);
  const start = '# Harbour call 2018-06-26\n\n';
  const opened = readMinutes(parseMarkdown(`${start}## Decisions\n\nx\n\n## Roadmap\n\ny y y\n`));
  assert.deepEqual(misplacedIn(opened), ['Decisions']);
  const longer = next(opened, opened.text.replace('x', 'x x x x x x'));
  assert.deepEqual(misplacedIn(longer), ['Roadmap']);

  function misplacedIn(minutes: Minutes): readonly string[] {
    return template?.matchOf(minutes).misplaced.map(({ expected }) => expected.name) ?? [];
  }
});

function rangesOf({ sections, teams }: TemplateMatch): unknown {
  return [...sections, ...teams].map(({ section }) => section.range);
}

function next(minutes: Minutes, text: string): Minutes {
  return readMinutes(parseMarkdown(text, minutes.markdown), minutes);
}
