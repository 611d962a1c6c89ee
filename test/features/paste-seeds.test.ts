import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import { pasteMinutes } from '../../server/src/core/features/paste/paste-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { plainText } from '../../server/src/core/minutes/plain-text.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import type { Matcher } from '../../server/src/core/matching/matcher.ts';

const seeds = resolve(import.meta.dirname, '../../../shared/seeds');
const skip = existsSync(seeds) ? false : 'the notes to paste are not on this machine';

suite('notes pasted whole', { skip }, () => {
  test('an etherpad becomes minutes that working-session accepts', () => {
    const template = presetNamed('working-session');
    const { before, after } = paste('004', template);
    const match = template.matchOf(readMinutes(parseMarkdown(after)));
    const names = match.sections.map(({ expected, kind }) => `${kind} ${expected.name}`);
    assert.deepEqual(names, [
      'exact {text}',
      'exact Links',
      'exact Time slots',
      'exact Attendees',
      'exact Topics',
      'exact Action items',
    ]);
    const { missing, misplaced, duplicates, unexpected, pasted } = match;
    assert.deepEqual([missing, misplaced, duplicates, unexpected, pasted], [[], [], [], [], []]);
    assert.deepEqual(findingsIn(after, template), []);
    assert.deepEqual(lostWords(before, after), []);
  });

  test('prose becomes sections of community-call', () => {
    const template = presetNamed('community-call');
    const { before, after } = paste('003', template);
    const match = template.matchOf(readMinutes(parseMarkdown(after)));
    const topics = match.sections.filter(({ expected }) => expected.depth === 3);
    assert.ok(topics.length >= 10, `There are ${topics.length} topics`);
    assert.deepEqual([match.missing, match.misplaced, match.unexpected], [[], [], []]);
    assert.deepEqual(findingsIn(after, template), []);
    assert.deepEqual(lostWords(before, after), []);
  });
});

function paste(number: string, template: Matcher): { before: string; after: string } {
  const [path] = globSync(`${seeds}/${number}_*`);
  assert.ok(path);
  const before = readFileSync(path, 'utf8');
  const empty = readMinutes(parseMarkdown(''));
  const range = { start: 0, end: 0 };
  const after = pasteMinutes({ html: null, text: before }, empty, template, null, range)?.text;
  assert.ok(after);
  return { before, after };
}

function findingsIn(text: string, template: Matcher): readonly string[] {
  const findings = checkMinutes({
    minutes: readMinutes(parseMarkdown(text)),
    fileName: null,
    template,
    roster: null,
    today: '2100-01-01',
    profile: 'final',
    severities: {},
    history: noHistory,
  });
  return findings.map(({ rule }) => rule);
}

function presetNamed(name: string): Matcher {
  const preset = presets.find((each) => each.name === name);
  assert.ok(preset);
  return readTemplate(preset.text, `${name}.md`);
}

/** Lists the words that a reader of the first text sees and one of the second doesn't. */
function lostWords(before: string, after: string): string[] {
  const read = parseMarkdown(after)
    .pieces.map(({ piece }) => plainText(piece.tree))
    .join(' ');
  const left = new Set(wordsOf(`${read} ${after}`));
  const bullet = /^o(?=\s{2})/gm;
  return wordsOf(before.replace(bullet, '')).filter((word) => !left.has(word));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
