import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffArrays } from 'diff';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { exactRepairs, excluded, fittingRules, missed } from './broken-cases.ts';
import { inputOf, readBrokenCases, skipped, type BrokenCase } from './corpus.ts';

test(
  'what people broke in single files is caught, and gone where they repaired it',
  { skip: skipped },
  (t) => {
    const cases = readBrokenCases().filter(isCounted);
    const results = cases.map((each) => ({ each, ...resultOf(each) }));
    for (const line of tableOf(results)) t.diagnostic(line);
    const uncaught = results.filter(({ caught }) => !caught).map(({ each }) => each.name);
    assert.deepEqual(uncaught, Object.keys(missed));
    assert.ok(
      uncaught.length <= cases.length * 0.05,
      `Only ${cases.length - uncaught.length} caught`,
    );
    assert.deepEqual(
      results.filter(({ exact }) => exact).map(({ each }) => each.name),
      exactRepairs,
    );
  },
);

test('every case has fitting rules, or a reason not to be counted', { skip: skipped }, (t) => {
  const cases = readBrokenCases();
  const reasons = new Map<string, number>();
  for (const { category, name } of cases) {
    const reason = excluded[name] ?? excluded[category];
    assert.ok(reason !== undefined || category in fittingRules, `${name} has neither`);
    const key = `${name in excluded ? name : category}: ${reason ?? ''}`;
    if (reason !== undefined) reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  for (const [reason, count] of reasons) t.diagnostic(`not counted: ${count} × ${reason}`);
});

interface Result {
  readonly caught: boolean;
  /** A repair writes just what the person wrote. */
  readonly exact: boolean;
}

function isCounted({ name, category }: BrokenCase): boolean {
  return !(name in excluded) && !(category in excluded);
}

function resultOf(each: BrokenCase): Result {
  const { path, broken, fixed } = each;
  const here = checkMinutes(inputOf(path, broken)).filter((finding) => fits(finding, each));
  const after = fixed === null ? [] : checkMinutes(inputOf(path, fixed));
  const gone = here.some(
    (finding) => !after.some((other) => isSame(finding, broken, other, fixed ?? '')),
  );
  const repairs = here.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(broken, edits)));
  return {
    caught: gone,
    exact: fixed !== null && repairs.some((repaired) => isPartOf(repaired, broken, fixed)),
  };
}

/** Returns whether a finding of a fitting rule, or a place that it names, is on or next to the line. */
function fits({ rule, range, related }: Finding, { category, line, broken }: BrokenCase): boolean {
  const fitting = fittingRules[category];
  if (fitting?.rules.includes(rule) !== true) return false;
  const lines = createLineIndex(broken);
  const places = [
    range,
    ...related.flatMap((place) => (place.document === 'minutes' ? [place.range] : [])),
  ];
  return places.some(({ start, end }) => {
    const first = lines.pointAt(start).line;
    const last = lines.pointAt(end).line;
    const isNear = first - 1 <= line && line <= last + 1;
    return isNear || (fitting.place === 'heading above' && isHeadingAbove(first, line, broken));
  });
}

/** Returns whether no more than the line's own heading lies between the two lines. */
function isHeadingAbove(first: number, line: number, text: string): boolean {
  const between = text.split(/\r\n|\r|\n/).slice(first, line);
  return first < line && between.filter((each) => /^#{1,6} /.test(each)).length <= 1;
}

/** Returns whether a finding of the repaired minutes says the same of the same words. */
function isSame(finding: Finding, text: string, other: Finding, fixed: string): boolean {
  const wordsAt = ({ range }: Finding, source: string): string => {
    const { start, end } = createLineIndex(source).lineRangeAt(range.start);
    return source.slice(start, end).trim();
  };
  return finding.rule === other.rule && wordsAt(finding, text) === wordsAt(other, fixed);
}

/** Returns whether the person changed the lines that a repair changes, to the same. */
function isPartOf(repaired: string, broken: string, fixed: string): boolean {
  const own = hunksOf(broken, repaired);
  const persons = hunksOf(broken, fixed);
  return own.every((hunk) =>
    persons.some(
      ({ start, removed, added }) =>
        start <= hunk.start &&
        hunk.start + hunk.removed <= start + removed &&
        holdsLines(added, hunk.added),
    ),
  );
}

function holdsLines(lines: readonly string[], wanted: readonly string[]): boolean {
  const joined = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('');
  return `\n${joined(lines)}`.includes(`\n${joined(wanted)}`) || wanted.length === 0;
}

interface Hunk {
  readonly start: number;
  readonly removed: number;
  readonly added: readonly string[];
}

function hunksOf(before: string, after: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let start = 0;
  let removed = 0;
  for (const part of diffArrays(before.split(/\r?\n/), after.split(/\r?\n/))) {
    if (part.removed) removed = part.value.length;
    else if (part.added) {
      hunks.push({ start, removed, added: part.value });
      start += removed;
      removed = 0;
    } else {
      if (removed > 0) hunks.push({ start, removed, added: [] });
      start += removed + part.value.length;
      removed = 0;
    }
  }
  if (removed > 0) hunks.push({ start, removed, added: [] });
  return hunks;
}

function tableOf(results: readonly ({ readonly each: BrokenCase } & Result)[]): readonly string[] {
  const categories = [...new Set(results.map(({ each }) => each.category))];
  return [
    'category: caught of cases, exact repairs',
    ...categories.map((category) => {
      const own = results.filter(({ each }) => each.category === category);
      const count = (key: keyof Result): number => own.filter((result) => result[key]).length;
      const reasons = own.flatMap(({ each }) =>
        each.name in missed ? [`${each.name}: ${missed[each.name] ?? ''}`] : [],
      );
      return [
        `${category}: ${count('caught')} of ${own.length}, ${count('exact')}`,
        ...reasons,
      ].join('; missed ');
    }),
  ];
}
