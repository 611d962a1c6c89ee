import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { groupBy } from '../../server/src/core/text/group-by.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { groupNames, groupsSkipped } from './groups.ts';
import { breaksOf, type Break } from './minutes-breaks.ts';
import { openGroups, withText, type OpenMinutes } from './open-group.ts';

const seed = Number(process.env.SEED ?? 20180626);
const breaksOfGroup = 50;

test(
  'of fifty breaks in clean minutes of each group, nearly all are told at warning at their line',
  { skip: groupsSkipped },
  async (t) => {
    const clean = (await openGroups(t, ['minutes'])).filter(
      ({ input }) => !checkMinutes(input).some(isWarning),
    );
    const results = groupNames().flatMap((group) =>
      chooseBreaks(clean.filter((each) => each.group === group)).map((each) => ({
        ...each,
        ...resultOf(each),
      })),
    );
    report(t, results);
    const told = results.filter((each) => each.isTold);
    assert.ok(told.length >= results.length * 0.95, `Only ${told.length} of ${results.length}`);
  },
);

interface BrokenMinutes {
  readonly minutes: OpenMinutes;
  readonly broken: Break;
}

interface Result {
  readonly isTold: boolean;
  readonly isOnlyOne: boolean;
  /** Some repair of the finding leaves no warning. */
  readonly isRepaired: boolean;
  readonly rules: readonly string[];
}

function chooseBreaks(clean: readonly OpenMinutes[]): readonly BrokenMinutes[] {
  const all = clean.flatMap((minutes) =>
    breaksOf(minutes.input.minutes, minutes.input.template).map((broken) => ({ minutes, broken })),
  );
  const length = Math.min(breaksOfGroup, all.length);
  const choice = fc.shuffledSubarray(all, { minLength: length, maxLength: length });
  return fc.sample(choice, { seed, numRuns: 1 }).flat();
}

function resultOf({ minutes: { input }, broken }: BrokenMinutes): Result {
  const warnings = checkMinutes(withText(input, broken.text)).filter(isWarning);
  const here = warnings.filter((finding) => isAt(finding, broken));
  return {
    isTold: here.length > 0,
    isOnlyOne: warnings.length === 1,
    isRepaired: here.some((finding) => isRepairedBy(finding, broken, input)),
    rules: warnings.map(({ rule }) => rule),
  };
}

function isRepairedBy({ fixes }: Finding, { text }: Break, input: CheckInput): boolean {
  return fixes.some(({ edits }) => {
    const repaired = withText(input, applyEdits(text, edits));
    return !checkMinutes(repaired).some(
      (finding) => isWarning(finding) && finding.rule !== 'unfilled-text',
    );
  });
}

function isAt({ range }: Finding, { text, places }: Break): boolean {
  const { line } = createLineIndex(text).pointAt(range.start);
  return places.some(([first, last]) => first <= line && line <= last);
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning' || severity === 'error';
}

function report(t: TestContext, results: readonly (BrokenMinutes & Result)[]): void {
  t.diagnostic(`seed ${seed}`);
  for (const [what, own] of [
    ...groupBy(results, ({ minutes }) => minutes.group),
    ...groupBy(results, ({ broken }) => broken.way),
  ]) {
    const count = (key: 'isTold' | 'isOnlyOne' | 'isRepaired'): number =>
      own.filter((each) => each[key]).length;
    t.diagnostic(
      `${what}: of ${own.length} breaks ${count('isTold')} are told, ${count('isOnlyOne')} by one finding, ${count('isRepaired')} repaired`,
    );
  }
  for (const { minutes, broken, isTold, isOnlyOne, rules } of results) {
    if (isTold && isOnlyOne) continue;
    const [place] = broken.places;
    t.diagnostic(
      `${isTold ? 'several' : 'missed'}: ${minutes.group} ${minutes.path}:${place?.join('-')} ${broken.way} @${broken.section.range.start}: ${rules.join(', ')}`,
    );
  }
}
