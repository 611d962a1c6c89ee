import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { checkout } from '../../tools/checkout.ts';
import { lostWords } from '../support/lost-words.ts';
import { inputOf, minutesPaths, readMinutesFile, skipped } from './corpus.ts';

const reviewedPath = join(checkout, 'test/corpus/reviewed-findings.txt');
const safe = { unsafe: false, rules: null };

test('every warning on real minutes was read and judged', { skip: skipped }, (t) => {
  const reviewed = readReviewed();
  const found = minutesPaths().flatMap(warningsOf);
  if (process.env.UPDATE === '1') {
    writeFileSync(
      reviewedPath,
      found.map((line) => `${reviewed.get(line) ?? 'unread'} ${line}\n`).join(''),
    );
    return;
  }
  const wrong = found.filter((line) => reviewed.get(line) === 'wrong');
  t.diagnostic(
    `${found.length} warnings and errors in ${minutesPaths().length} files, ${wrong.length} of them wrong`,
  );
  for (const [rule, count] of countRules(found)) t.diagnostic(`${rule}: ${count}`);
  assert.deepEqual(found, [...reviewed.keys()]);
  assert.deepEqual(
    found.filter((line) => !['right', 'wrong'].includes(reviewed.get(line) ?? '')),
    [],
  );
  assert.ok(wrong.length <= found.length * 0.02, `${wrong.length} false alarms in ${found.length}`);
});

test(
  'safe repairs of real minutes keep every word, and a second run changes nothing',
  { skip: skipped },
  (t) => {
    let changed = 0;
    let repaired = 0;
    for (const path of minutesPaths()) {
      const text = readMinutesFile(path);
      const input = inputOf(path, text);
      const result = fixMinutes(input, safe);
      assert.equal(
        fixMinutes(inputOf(path, result.text), safe).text,
        result.text,
        `${path} changes again`,
      );
      assert.deepEqual(lostWords(input, result), [], `${path} loses words`);
      const open = result.remaining.filter(({ fixes }) =>
        fixes.some((fix) => fix.safe && fix.edits.length > 0),
      );
      assert.deepEqual(
        open.map(({ rule }) => rule),
        [],
        `${path} is still safely fixable`,
      );
      if (result.text !== text) changed++;
      repaired += result.fixed.length;
    }
    t.diagnostic(`${repaired} findings repaired in ${changed} of ${minutesPaths().length} files`);
  },
);

/** Reads the verdicts by rule, file and line. */
function readReviewed(): ReadonlyMap<string, string> {
  const lines = readFileSync(reviewedPath, 'utf8').trimEnd().split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [verdict = '', ...rest] = line.split(' ');
        return [rest.join(' '), verdict];
      }),
  );
}

function warningsOf(path: string): readonly string[] {
  const input = inputOf(path, readMinutesFile(path));
  const lineOf = ({ range }: Finding): number =>
    input.minutes.markdown.lines.pointAt(range.start).line;
  const counts = new Map<string, number>();
  return checkMinutes(input)
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map((finding) => {
      const place = `${finding.rule} ${path}:${lineOf(finding)}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return count === 1 ? place : `${place} #${count}`;
    });
}

function countRules(found: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of found) {
    const rule = line.split(' ')[0] ?? '';
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}
