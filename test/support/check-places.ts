import assert from 'node:assert/strict';
import { documentHighlights } from '../../server/src/core/features/document-highlights.ts';
import { documentLinks } from '../../server/src/core/features/document-links.ts';
import { describeReported, lensPlaces } from '../../server/src/core/features/code-lenses.ts';
import {
  describeEarlier,
  earlierUpdateAt,
  earlierUpdates,
} from '../../server/src/core/features/earlier-update.ts';
import { hoverInTemplate } from '../../server/src/core/features/hover.ts';
import {
  hoverInSeries,
  type QuotingHover,
} from '../../server/src/core/features/hover-in-series.ts';
import { selectionRanges } from '../../server/src/core/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import { unfilledPlaces } from '../../server/src/core/features/unfilled-places.ts';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { sliceRange, type OffsetRange } from '../../server/src/core/text/offset-range.ts';
import { claimedMinutes, expectLines, type ClaimedMinutes } from './claimed-minutes.ts';
import { takeCursor } from './cursor.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/** Computes what stands for what in a test's minutes: a line each, with line, type and text. */
export function checkSemanticTokens(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const tokens = semanticTokens(input.minutes, input.template, checkMinutes(input));
  const lines = tokens.map(({ type, range }) => `${type} ${describe(text, range)}`);
  return [expectLines(test, fence, 'tokens', lines)];
}

/** Computes where a test's minutes lead without a link of Markdown. */
export function checkDocumentLinks(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const links = documentLinks(input.minutes, input.template);
  const lines = links.map(({ range, target }) => `${describe(text, range)} → ${target}`);
  return [expectLines(test, fence, 'links', lines)];
}

/** Computes where the name at the cursor is mentioned in a test's minutes. */
export function checkDocumentHighlights(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input, offset } = atCursor(test);
  const ranges = documentHighlights(input.minutes, input.template, offset);
  return [
    expectLines(
      test,
      fence,
      'highlights',
      ranges.map((range) => describe(text, range)),
    ),
  ];
}

/** Computes what can be selected around the cursor of a test's minutes, from the smallest to the largest. */
export function checkSelectionRanges(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input, offset } = atCursor(test);
  const ranges = selectionRanges(input.minutes, offset);
  return [
    expectLines(
      test,
      fence,
      'selections',
      ranges.map((range) => JSON.stringify(sliceRange(text, range))),
    ),
  ];
}

/** Computes where a test's minutes are still to be written. */
export function checkUnfilledPlaces(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const ranges = unfilledPlaces(input.minutes, input.template, checkMinutes(input));
  return [
    expectLines(
      test,
      fence,
      'unfilled',
      ranges.map((range) => describe(text, range)),
    ),
  ];
}

/** Computes what is said of the cursor's place in a test's minutes, or in its template where that has the cursor. */
export function checkHover(test: SuiteTest): readonly Expectation[] {
  const template = test.fences.find(({ label }) => label === 'template.md');
  if (template?.text.includes('<|>') === true) {
    const { text, start } = takeCursor(template.text);
    const hover = hoverInTemplate(readTemplate(text, 'template.md'), start);
    const lines = hoverLines(text, hover && { ...hover, quote: null });
    return [expectLines(test, template, 'hover', lines)];
  }
  const { fence, text, input, offset } = atCursor(test);
  const inSeries = { ...input, series: input.history.series, id: null };
  const update = earlierUpdateAt(inSeries, offset)?.update;
  const earlier = test.fences.find(({ label }) => label === update?.minutes.id)?.text;
  const behind = update && earlier?.slice(update.team.contentRange.end, update.team.range.end);
  const hover = hoverInSeries(inSeries, checkMinutes(input), offset, behind ?? null);
  return [expectLines(test, fence, 'hover', hoverLines(text, hover))];
}

/** Computes what is above the lines of a test's minutes. */
export function checkCodeLenses(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const { minutes, template, roster, fileName } = input;
  const earlier = earlierUpdates({ ...input, series: input.history.series, id: null });
  const lenses = lensPlaces(minutes, template).map(({ range, team }) => ({
    range,
    title:
      team === null
        ? describeReported(minutes, template, roster, fileName, checkMinutes(input))
        : describeEarlier(earlier.find((each) => each.team.team.key === team) ?? null),
  }));
  const lines = lenses.map(({ range, title }) => `${describe(text, range)}\n  ${title}`);
  return [expectLines(test, fence, 'lenses', lines)];
}

function hoverLines(text: string, hover: QuotingHover | null): string[] {
  if (hover === null) return ['nothing'];
  return [
    describe(text, hover.range),
    ...hover.paragraphs,
    ...(hover.quote === null ? [] : hover.quote.split('\n').map((line) => `| ${line}`.trimEnd())),
    ...hover.rules.map((rule) => `rule ${rule}`),
  ];
}

function atCursor(test: SuiteTest): ClaimedMinutes & { offset: number } {
  const claimed = claimedMinutes(test);
  assert.ok(claimed.cursor, 'The minutes have no cursor <|>');
  return { ...claimed, offset: claimed.cursor.start };
}

function describe(text: string, range: OffsetRange): string {
  const { line } = createLineIndex(text).pointAt(range.start);
  return `line ${line}: ${range.start === range.end ? '(empty)' : sliceRange(text, range)}`;
}
