import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { shiftHeading, type Heading } from '../../server/src/core/minutes/heading.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { scanMinutes } from '../../server/src/core/meetings/scan-minutes.ts';
import {
  indexMinutes,
  type IndexedMinutes,
} from '../../server/src/core/meetings/indexed-minutes.ts';
import {
  changeSeries,
  seriesAround,
  seriesOf,
  type MinutesChange,
} from '../../server/src/core/meetings/series.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import { emptyRecord } from '../../server/src/core/record/meeting-record.ts';
import { matchTemplate } from '../../server/src/core/matching/match-template.ts';
import type { Matcher } from '../../server/src/core/matching/matcher.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';
import { writtenMatch } from './written-match.ts';

const template = readTemplate(templates[0] ?? '', 'template.md');
const parsed = templates.map((text) => readTemplate(text, 'template.md'));
const arbitraryText = fc.oneof(
  arbitraryMinutes,
  arbitraryMutation(completeMinutes),
  arbitraryMarkdown,
);

test('what a scan finds in minutes agrees with their whole match', () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat(templates.length - 1), (text, index) => {
      assertScanned(text, parsed[index] ?? template);
    }),
    { seed, numRuns: 500 },
  );
});

test('the same for outlines of few kinds of headings, which are remembered', () => {
  const names = [
    'Team updates',
    'Roadmap',
    'Decisions',
    'Resolutions',
    'Agenda',
    'Roadmaps',
    'Actions',
  ];
  const others = [
    'Bug fixes',
    'Crane',
    'Notes',
    'Any other business',
    'v1.2',
    '',
    '`release-3`',
    '[x]',
  ];
  const leads = [
    'Crane - Ada Quill',
    'Sail (Bo Reed)',
    'Mast (incubating) - Cy Marsh',
    'Oar - ',
    'Rope: Ada Quill',
  ];
  const depths = fc.constantFrom(1, 1, 2, 2, 3, 3, 4, 5);
  const text = fc.oneof(...[names, others, leads].map((all) => fc.constantFrom(...all)));
  const heading = fc
    .tuple(depths, text)
    .map(([depth, name]) => `${'#'.repeat(depth)} ${name}\n\n- Painted the jib\n\n`);
  const team = fc.constantFrom('Crane - Ada Quill', 'Sail - Bo Reed', 'Mast', 'Oar');
  const below = fc.oneof(fc.constant([]), fc.array(heading, { maxLength: 2 }));
  const ending = fc.constantFrom('', '', '## Roadmap\n\n## Decisions\n');
  const usual = fc
    .tuple(fc.array(fc.tuple(team, below), { maxLength: 3 }), ending)
    .map(([teams, last]) => {
      const updates = teams.map(
        ([name, parts]) => `### ${name}\n\n${parts.join('').replaceAll(/^#+/gm, '####')}`,
      );
      return `# Harbour call 2018-06-26\n\n## Agenda\n\n## Team updates\n\n${updates.join('')}${last}`;
    });
  const written = fc.oneof(
    usual,
    fc.tuple(usual, heading, fc.nat(12)).map(([minutes, more, at]) => {
      const blocks = minutes.split(/^(?=#)/m);
      return [...blocks.slice(0, at), more, ...blocks.slice(at)].join('');
    }),
    fc.array(heading, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(written, (minutes) => {
      assertScanned(minutes, template);
    }),
    { seed, numRuns: 3000 },
  );
});

test('the same for real minutes', { skip: corpusIsAbsent }, () => {
  const preset = readTemplate(
    presets.find(({ name }) => name === 'runtime-pmc')?.text ?? '',
    'preset.md',
  );
  for (const text of corpusTexts()) assertScanned(text, preset);
});

function assertScanned(text: string, claiming: Matcher): void {
  const { title, headings, teams } = scanMinutes(text, 'notes.md', claiming);
  const minutes = readMinutes(parseMarkdown(text));
  const fresh = matchTemplate(minutes, claiming);
  assert.deepEqual(writtenMatch(claiming.matchOf(minutes)), writtenMatch(fresh));
  assert.equal(title, minutes.headings.find(({ depth }) => depth === 1)?.text ?? null);
  assert.deepEqual(
    headings.map(({ heading, start }) => ({ ...toldOf(heading), start })),
    minutes.headings.map((heading) => ({
      ...toldOf(shiftHeading(heading, -heading.range.start)),
      start: heading.range.start,
    })),
  );
  assert.deepEqual(
    teams.map(({ heading, range, contentRange }) => ({ heading, range, contentRange })),
    fresh.teams.map(({ section, team }) => ({
      heading: team,
      range: section.range,
      contentRange: section.heading.contentRange,
    })),
  );
}

function toldOf({ depth, style, text, range, contentRange }: Heading): object {
  return { depth, style, text, range, contentRange };
}

test('the minutes around a date are the nearest, and never the own ones', () => {
  const minutes = Array.from({ length: 100 }, (_, index) => {
    const date = new Date(Date.UTC(2018, 0, 1 + 7 * index)).toISOString().slice(0, 10);
    return indexMinutes(date, `# Harbour call ${date}\n`, `${date}-harbour.md`, template);
  });
  const series = seriesOf(minutes);
  fc.assert(
    fc.property(fc.nat(99), (index) => {
      const own = minutes[index];
      const around = seriesAround(series, own?.id ?? null, own?.date ?? null);
      const expected = [
        ...minutes.slice(Math.max(0, index - 40), index),
        ...minutes.slice(index + 1, index + 21),
      ];
      assert.deepEqual(around.minutes, expected);
    }),
    { seed },
  );
});

test('a series after changes is the one that is put together anew', () => {
  const dates = fc.constantFrom(null, '2018-06-12', '2018-06-19', '2018-06-26');
  const steps = fc.array(fc.record({ id: fc.nat(9), date: dates, gone: fc.boolean() }));
  fc.assert(
    fc.property(steps, fc.nat(20), (taken, first) => {
      const current = new Map<string, IndexedMinutes>();
      const change = ({ id, date, gone }: (typeof taken)[number]): MinutesChange => {
        const name = `${String(id)}.md`;
        const before = current.get(name) ?? null;
        current.delete(name);
        const after = gone
          ? null
          : {
              id: name,
              file: name,
              firstLine: 0,
              title: null,
              date,
              number: null,
              cancelled: false,
              fields: [],
              teams: [],
              roadmap: [],
              record: emptyRecord,
            };
        if (after !== null) current.set(name, after);
        return { before, after };
      };
      taken.slice(0, first).forEach(change);
      const begun = seriesOf(current.values());
      const changed = changeSeries(begun, taken.slice(first).map(change));
      assert.deepEqual(changed.minutes, seriesOf(current.values()).minutes);
    }),
    { seed },
  );
});
