import { emptyTeams, filterParts } from '../../client/src/views/filter-parts.ts';
import {
  expectedSections,
  type ExpectedSection,
} from '../../server/src/core/features/expected-sections.ts';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import type { OffsetRange } from '../../server/src/core/text/offset-range.ts';
import type { ExpectedPart } from '../../server/src/protocol/expected-sections.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/**
 * Computes what the view “Minutes” shows of a test's minutes, as an indented tree: in `expected` all of it, in
 * `expected missing` and `expected mine NAME` what is left by a filter; in `folded` the lines of teams that are empty.
 */
export function checkExpectedSections(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const { minutes, template, roster, fileName } = input;
  const findings = checkMinutes(input);
  const { sections, reported } = expectedSections(minutes, template, roster, fileName, findings);
  const parts = sections.map((section) => toPart(section, text));
  const head = reported === null ? [] : [`${reported.teams} of ${reported.of} teams reported`];
  const others = test.fences.flatMap((each): Expectation[] => {
    const [, filter, name = ''] = /^expected (missing|mine)(?: (.+))?$/.exec(each.label) ?? [];
    if (each.label === 'folded') {
      const lines = emptyTeams(parts).map(
        ({ name: team, headingRange: { start } }) => `line ${start.line + 1}: ${team}`,
      );
      return [expectLines(test, fence, each.label, lines)];
    }
    if (filter !== 'missing' && filter !== 'mine') return [];
    return [
      expectLines(test, fence, each.label, filterParts(parts, filter, name).flatMap(linesOf)),
    ];
  });
  return [expectLines(test, fence, 'expected', [...head, ...parts.flatMap(linesOf)]), ...others];
}

function toPart(section: ExpectedSection, text: string): ExpectedPart {
  return {
    ...section,
    range: toRange(section.range, text),
    headingRange: toRange(section.headingRange, text),
    children: section.children.map((child) => toPart(child, text)),
  };
}

function toRange({ start, end }: OffsetRange, text: string): ExpectedPart['range'] {
  const toPosition = (offset: number): ExpectedPart['range']['start'] => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: toPosition(start), end: toPosition(end) };
}

function linesOf(part: ExpectedPart): string[] {
  const { kind, name, state, leads, status, lineCount, findingCount, headingRange, children } =
    part;
  const said = [...leads, ...(status === null ? [] : [status])].join(', ');
  const counts = [
    ...(lineCount === 0 ? [] : [`lines: ${lineCount}`]),
    ...(findingCount === 0 ? [] : [`findings: ${findingCount}`]),
  ];
  const place = `line ${headingRange.start.line + 1}`;
  return [
    `${place}: ${kind} ${name}${said === '' ? '' : ` (${said})`}: ${[state, ...counts].join(', ')}`,
    ...children.flatMap(linesOf).map((line) => `  ${line}`),
  ];
}
