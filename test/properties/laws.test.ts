import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { chooseFixes, fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { readTemplate, type Matcher } from '../../server/src/core/matching/matcher.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { joinBlocks } from '../../server/src/core/text/insert-block.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { lostWords } from '../support/lost-words.ts';
import { arbitraryOutline } from './arbitrary-outline.ts';
import { seed as fixedSeed } from './seed.ts';
import { breakMinutes } from './break-minutes.ts';
import { fillTemplate, randomOf, writeMinutes } from './outline-minutes.ts';
import { writeTemplate } from './outline-model.ts';

/** `MINUTES_SOAK=10000` tries as many pairs of templates and minutes, from a seed that is printed. */
const soak = process.env.MINUTES_SOAK;
const numRuns = Number(soak ?? '300');
const seed = soak === undefined ? fixedSeed : Date.now() % 1_000_000;

const structural: ReadonlySet<string> = new Set([
  'missing-section',
  'misspelled-section',
  'misplaced-section',
  'duplicate-section',
  'unexpected-section',
  'wrong-heading-level',
  'pasted-heading',
  'missing-title',
  'malformed-title',
  'missing-team',
  'unknown-team',
  'duplicate-team',
  'missing-table',
]);

function inputOf(text: string, template: Matcher): CheckInput {
  return {
    minutes: readMinutes(parseMarkdown(text)),
    fileName: '2018-06-26.md',
    template,
    roster: template.options.roster,
    today: '2019-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(
      ({ rule, severity }) =>
        structural.has(rule) || severity === 'warning' || severity === 'error',
    )
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test('a filled template has no finding', () => {
  fc.assert(
    fc.property(arbitraryOutline, fc.nat(1_000_000), (outline, minutesSeed) => {
      const template = readTemplate(writeTemplate(outline), 'template.md');
      if (template.problems.length > 0) return;
      const text = writeMinutes(fillTemplate(outline, randomOf(minutesSeed)));
      const found = told(checkMinutes(inputOf(text, template)));
      assert.deepEqual(found, [], `${template.text}\n======\n${text}`);
    }),
    { seed, numRuns },
  );
});

test('what is broken once is found once, and its repair leaves nothing', () => {
  fc.assert(
    fc.property(arbitraryOutline, fc.nat(1_000_000), (outline, minutesSeed) => {
      const template = readTemplate(writeTemplate(outline), 'template.md');
      if (template.problems.length > 0) return;
      const random = randomOf(minutesSeed);
      const broken = breakMinutes(outline, fillTemplate(outline, random), random);
      if (broken === null) return;
      const text = writeMinutes(broken.sections);
      const about = `${template.text}\n====== ${broken.way} ${broken.name}\n${text}`;
      const findings = checkMinutes(inputOf(text, template)).filter(({ rule }) =>
        structural.has(rule),
      );
      assert.equal(findings.length, 1, `${told(findings).join('\n')}\n${about}`);
      const repaired = findings
        .flatMap(({ fixes }) => fixes)
        .map(({ edits }) => applyEdits(text, edits));
      if (repaired.length === 0 && broken.way === 'doubled') return;
      const after = repaired.map((each) =>
        told(checkMinutes(inputOf(each, template))).filter(
          (line) => !line.startsWith('unfilled-text'),
        ),
      );
      assert.ok(
        after.some((each) => each.length === 0),
        `${told(findings).join('\n')}\n${JSON.stringify(after)}\n${about}`,
      );
    }),
    { seed, numRuns },
  );
});

test('safe repair ends in two passes, makes nothing worse and loses nothing', () => {
  fc.assert(
    fc.property(arbitraryOutline, fc.nat(1_000_000), (outline, minutesSeed) => {
      const template = readTemplate(writeTemplate(outline), 'template.md');
      if (template.problems.length > 0) return;
      const random = randomOf(minutesSeed);
      const filled = fillTemplate(outline, random);
      const once = breakMinutes(outline, filled, random)?.sections ?? filled;
      const text = writeMinutes(breakMinutes(outline, once, random)?.sections ?? once);
      const input = inputOf(text, template);
      const about = `${template.text}\n======\n${text}`;
      const result = fixMinutes(input, { unsafe: false, rules: null });
      const again = fixMinutes(inputOf(result.text, template), { unsafe: false, rules: null });
      assert.equal(again.text, result.text, about);
      assert.equal(repairOnce(repairOnce(text, template), template), result.text, about);
      assert.deepEqual(lostWords(input, result), [], about);
      const before = checkMinutes(input);
      // Which of two sections is out of order may change with a name that is written right.
      const worse = result.remaining.filter(
        ({ rule }) =>
          !['unfilled-text', 'missing-lead'].includes(rule) &&
          countOf(rule, result.remaining) > countOf(rule, before),
      );
      assert.deepEqual(
        told(worse),
        [],
        `${told(before).join('\n')}\n${about}\n------\n${result.text}`,
      );
    }),
    { seed, numRuns },
  );
});

/** Returns a text after one pass of safe repair. */
function repairOnce(text: string, template: Matcher): string {
  const findings = checkMinutes(inputOf(text, template));
  const chosen = chooseFixes(findings, { unsafe: false, rules: null });
  return applyEdits(text, joinBlocks(chosen.flatMap(({ fix }) => fix.edits)));
}

function countOf(rule: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.rule === rule).length;
}
