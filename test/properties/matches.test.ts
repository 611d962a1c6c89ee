import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { updateWordings } from '../../server/src/core/meetings/update-wordings.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import type { Section } from '../../server/src/core/minutes/outline.ts';
import { matchTemplate } from '../../server/src/core/matching/match-template.ts';
import type { Matcher } from '../../server/src/core/matching/matcher.ts';
import type { TemplateMatch } from '../../server/src/core/matching/template-match.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryChange, arbitraryTyping, changed, type Change } from './arbitrary-markdown.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const parsed = templates.map((text) => readTemplate(text, 'template.md'));
const arbitraryTemplate = fc.constantFrom(...parsed);
const arbitraryChanges = fc.array(fc.oneof(arbitraryChange, arbitraryTyping), {
  minLength: 1,
  maxLength: 6,
});

test('after edits, what is kept of the last match is the match of the new version', () => {
  const texts = fc.oneof(arbitraryMinutes, arbitraryMutation(completeMinutes));
  fc.assert(
    fc.property(texts, arbitraryTemplate, arbitraryChanges, (text, template, changes) => {
      for (const minutes of versions(text, changes)) {
        assert.deepEqual(
          written(template.matchOf(minutes)),
          written(matchTemplate(minutes, template)),
        );
      }
    }),
    { seed, numRuns: 1500 },
  );
});

test('the same for real minutes', { skip: corpusIsAbsent }, () => {
  const texts = corpusTexts();
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      arbitraryTemplate,
      arbitraryChanges,
      (index, template, changes) => {
        for (const minutes of versions(texts[index] ?? '', changes)) {
          assert.deepEqual(
            written(template.matchOf(minutes)),
            written(matchTemplate(minutes, template)),
          );
        }
      },
    ),
    { seed, numRuns: 150 },
  );
});

test('after edits, the teams say what they say in a fresh match', () => {
  const [template] = parsed;
  const [text = ''] = completeMinutes;
  assert.ok(template);
  fc.assert(
    fc.property(fc.array(arbitraryTyping, { minLength: 1, maxLength: 6 }), (changes) => {
      for (const minutes of versions(text, changes)) {
        const fresh = readMinutes(parseMarkdown(minutes.text));
        assert.deepEqual(
          wordingsIn(minutes, template.matchOf(minutes), template),
          wordingsIn(fresh, matchTemplate(fresh, template), template),
        );
      }
    }),
    { seed, numRuns: 1000 },
  );
});

test('a key below a heading moves the match, and one in a heading finds another', () => {
  const [template] = parsed;
  const [text = ''] = completeMinutes;
  assert.ok(template);
  const opened = readMinutes(parseMarkdown(text));
  const match = template.matchOf(opened);
  const below = next(opened, text.replace('Painted', 'Painted all of'));
  const moved = template.matchOf(below);
  assert.equal(moved.ofOutline, match.ofOutline);
  assert.deepEqual(written(moved), written(matchTemplate(below, template)));
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

function wordingsIn(minutes: Minutes, match: TemplateMatch, template: Matcher): unknown {
  return updateWordings(minutes, match, template).map(
    ({ matched: { team, section }, wording }) => ({
      team,
      range: section.range,
      wording,
    }),
  );
}

/** Returns what a match says of these minutes, with all that is only looked up when asked for. */
function written({
  outline,
  sections,
  teams,
  missing,
  optional,
  misplaced,
  duplicates,
  unexpected,
  pasted,
}: TemplateMatch): unknown {
  const withSection = <T extends { readonly section: Section }>(found: T): T => ({
    ...found,
    section: sectionOf(found.section),
  });
  return {
    outline: outline.map(sectionOf),
    sections: sections.map(withSection),
    teams: teams.map(({ expected, section, team, parent }) => ({
      expected,
      section: sectionOf(section),
      team,
      parent: parent && sectionOf(parent),
    })),
    missing,
    optional,
    misplaced: misplaced.map((found) => ({
      ...withSection(found),
      after: found.after && sectionOf(found.after),
      parent: found.parent && sectionOf(found.parent),
    })),
    duplicates: duplicates.map((found) => ({
      ...withSection(found),
      first: sectionOf(found.first),
    })),
    unexpected: unexpected.map(withSection),
    pasted,
  };
}

function sectionOf({ heading, depth, range, bodyRange, children }: Section): Section {
  return { heading, depth, range, bodyRange, children: children.map(sectionOf) };
}

function* versions(text: string, changes: readonly Change[]): Generator<Minutes> {
  let minutes = readMinutes(parseMarkdown(text));
  yield minutes;
  for (const change of changes) {
    minutes = next(minutes, changed(minutes.text, change));
    yield minutes;
  }
}

function next(minutes: Minutes, text: string): Minutes {
  return readMinutes(parseMarkdown(text, minutes.markdown), minutes);
}
