import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { chooseFixes, fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { joinBlocks } from '../../server/src/core/text/insert-block.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { groupsSkipped } from './groups.ts';
import { lostParts } from '../support/lost-parts.ts';
import { openGroups, withText, type OpenMinutes } from './open-group.ts';

const safe = { unsafe: false, rules: null };

/** The laws allow none; more than these are a step back. */
const mostFaults = 0;

/** What safe repair inserts may ask to be filled. */
const asksToBeFilled: ReadonlySet<string> = new Set(['unfilled-text', 'missing-lead']);

test(
  'safe repair of the minutes of twelve groups ends, makes nothing worse, and loses nothing',
  { skip: groupsSkipped },
  async (t) => {
    const opened = await openGroups(t);
    const repaired = opened.flatMap((each) => {
      const { text, fixed, remaining } = fixMinutes(each.input, safe);
      return text === each.input.minutes.text ? [] : [{ ...each, text, fixed, remaining }];
    });
    const faults = repaired.flatMap((each) => faultsOf(each));
    t.diagnostic(`${repaired.length} of ${opened.length} minutes are repaired`);
    for (const fault of faults) t.diagnostic(fault);
    assert.ok(faults.length <= mostFaults, `${faults.length} faults`);
  },
);

interface Repaired extends OpenMinutes {
  readonly text: string;
  readonly fixed: readonly Finding[];
  readonly remaining: readonly Finding[];
}

function faultsOf(repaired: Repaired): readonly string[] {
  const { group, kind, path, input, text } = repaired;
  const again = fixMinutes(withText(input, text), safe).text;
  const twice = repairOnce(withText(input, repairOnce(input)));
  const faults = [
    ...(again === text ? [] : ['a second repair changes it again']),
    ...(twice === text ? [] : ['two passes are not enough']),
    ...newFindings(repaired).map((finding) => `new: ${finding}`),
    ...lostParts(input, repaired).map((part) => `lost: ${part}`),
  ];
  return faults.map((fault) => `${group} ${kind} ${path}: ${fault}`);
}

function repairOnce(input: CheckInput): string {
  const chosen = chooseFixes(checkMinutes(input), safe);
  return applyEdits(input.minutes.text, joinBlocks(chosen.flatMap(({ fix }) => fix.edits)));
}

/** Returns the findings of the repaired minutes that those before do not have, by rule and the words of their line. */
function newFindings({ input, text, remaining }: Repaired): readonly string[] {
  const before = checkMinutes(input).map((finding) => placeIn(input.minutes.text, finding));
  return remaining
    .filter(({ rule }) => !asksToBeFilled.has(rule))
    .map((finding) => placeIn(text, finding))
    .filter((place) => {
      const index = before.indexOf(place);
      if (index !== -1) before.splice(index, 1);
      return index === -1;
    });
}

function placeIn(text: string, { rule, range, related }: Finding): string {
  const template = related.find(({ document }) => document === 'template');
  if (template !== undefined) return `${rule} @${template.range.start}`;
  const { start, end } = createLineIndex(text).lineRangeAt(range.start);
  return `${rule} ${text.slice(start, end).trim()}`;
}
