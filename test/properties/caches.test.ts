import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { createReportCache } from '../../server/src/core/checking/report-cache.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { matchTemplate } from '../../server/src/core/matching/match-template.ts';
import { readTemplate, type Matcher } from '../../server/src/core/matching/matcher.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import type { SeveritySettings } from '../../server/src/core/template/severity.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import {
  arbitraryChange,
  arbitraryMarkdown,
  arbitraryTyping,
  changed,
  type Change,
} from './arbitrary-markdown.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';
import { headingOf, writtenMatch } from './written-match.ts';

// Each cache equals its function on a fresh document, after any edits at any places, while the series, the roster,
// the day and the file's name change, too.

const matchers = templates.map((text) => readTemplate(text, 'template.md'));
const [first = readTemplate('', 'template.md')] = matchers;
const [complete = ''] = completeMinutes;

/** Minutes whose leads change, so that drafts among them have stale ones. */
const series = seriesOf(
  ['2018-06-05', '2018-06-12', '2018-06-19'].map((date, index) => {
    const lead = index === 0 ? 'Ada Quill' : 'Di Wood';
    const text = complete.replace('Ada Quill', lead).replace('2018-06-26', date);
    return indexMinutes(date, text, `${date}.md`, first);
  }),
);

/** What is known besides the text. */
type OtherInput = Omit<CheckInput, 'minutes' | 'template'>;

const parts = {
  roster: fc.constantFrom(null, first.options.roster),
  history: fc.constantFrom(noHistory, { ...noHistory, series }),
  fileName: fc.constantFrom('2018-06-26-harbour.md', 'notes.md'),
  today: fc.constantFrom('2018-06-01', '2019-01-01'),
  profile: fc.constant<'auto'>('auto'),
  severities: fc.constantFrom<SeveritySettings>({}, { 'unfilled-text': 'off' }),
};
const arbitraryOtherInput: fc.Arbitrary<OtherInput> = fc.record(parts);

/** One thing alone, so that no other hides that it was overlooked. */
const arbitraryNews: fc.Arbitrary<Partial<OtherInput>> = fc.oneof(
  fc.record({ roster: parts.roster }),
  fc.record({ history: parts.history }),
  fc.record({ fileName: parts.fileName }),
  fc.record({ today: parts.today }),
  fc.record({ severities: parts.severities }),
);

/** An edit, or a line that is typed on, and what is new besides. */
interface Step {
  readonly change: Change | null;
  readonly news: Partial<OtherInput>;
}

const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  change: fc.option(fc.oneof(arbitraryTyping, arbitraryChange), { freq: 2 }),
  news: fc.oneof(fc.constant({}), arbitraryNews),
});
const arbitrarySteps = fc.array(arbitraryStep, { minLength: 1, maxLength: 8 });

const broken = [
  complete.replace(' (incubating)', '').replace('Ada Quill', 'Zoe Vale'),
  complete.replace('Tide Gauge', 'Tide Gage').replace('## Decisions', '##Decisions'),
  complete.replaceAll(/^- (.*)$/gm, '- $1\n* [add here]'),
];
const arbitraryStart = fc.oneof(
  fc.constantFrom(complete, ...broken),
  arbitraryMinutes,
  arbitraryMutation(completeMinutes),
  fc.constantFrom(...completeMinutes, ...broken),
  arbitraryMarkdown,
);

test('each cache equals its function on a fresh document', () => {
  fc.assert(
    fc.property(
      arbitraryStart,
      fc.nat(matchers.length - 1),
      arbitraryOtherInput,
      arbitrarySteps,
      assertCached,
    ),
    { seed, numRuns: 800 },
  );
});

test('the same for real minutes', { skip: corpusIsAbsent }, () => {
  const texts = corpusTexts();
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      fc.nat(matchers.length - 1),
      arbitraryOtherInput,
      arbitrarySteps,
      (index, number, around, steps) => {
        assertCached(texts[index] ?? '', number, around, steps);
      },
    ),
    { seed, numRuns: 40 },
  );
});

function assertCached(
  text: string,
  number: number,
  start: OtherInput,
  steps: readonly Step[],
): void {
  const matcher = matchers[number] ?? first;
  const cache = createReportCache();
  let around = start;
  let minutes = readMinutes(parseMarkdown(text));
  checkMinutes({ ...around, minutes, template: matcher }, cache);
  for (const step of steps) {
    const next = step.change === null ? minutes.text : changed(minutes.text, step.change);
    around = { ...around, ...step.news };
    minutes = readMinutes(parseMarkdown(next, minutes.markdown), minutes);
    const fresh = readMinutes(parseMarkdown(next));
    assert.deepEqual(linesOf(minutes), linesOf(fresh));
    assert.deepEqual(headingsOf(minutes), headingsOf(fresh));
    assert.deepEqual(
      writtenMatch(matcher.matchOf(minutes)),
      writtenMatch(matchTemplate(fresh, matcher)),
    );
    assert.deepEqual(wordingsIn(minutes, matcher), wordingsIn(fresh, matcher));
    assert.deepEqual(
      checkMinutes({ ...around, minutes, template: matcher }, cache),
      checkMinutes({ ...around, minutes: fresh, template: matcher }),
    );
  }
}

function linesOf({ markdown: { lines }, text }: Minutes): unknown {
  return Array.from({ length: lines.lineCount }, (_, index) => lines.lineRange(index + 1)).concat(
    lines.lineRangeAt(text.length),
  );
}

function headingsOf({ headings }: Minutes): unknown {
  return headings.map((heading) => ({ ...headingOf(heading), node: heading.node().type }));
}

function wordingsIn(minutes: Minutes, matcher: Matcher): unknown {
  return matcher.updateWordings(minutes).map(({ matched: { team, section }, wording }) => ({
    team,
    range: section.range,
    wording,
  }));
}
