import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import {
  placeOf,
  placesOf,
  readVerdicts,
  type JudgedFinding,
  type Verdict,
} from './group-verdicts.ts';
import {
  checkGroups,
  groupsSkipped,
  kinds,
  linesOf,
  type GroupFinding,
  type GroupReport,
  type Kind,
} from './groups.ts';

const before = readVerdicts('groups-before.txt');
const reviewed = readVerdicts('groups-reviewed.txt');

/** The rules that compare minutes with the parts of their template; the others are about the text. */
const structural: ReadonlySet<string> = new Set([
  'missing-section',
  'misspelled-section',
  'misplaced-section',
  'duplicate-section',
  'wrong-heading-level',
  'pasted-heading',
  'bold-heading',
  'missing-title',
  'malformed-title',
  'malformed-date',
  'malformed-file-name',
  'missing-field',
  'malformed-field',
  'missing-front-matter-key',
  'missing-table',
  'malformed-table',
]);

/** The lowest share of right warnings, and the highest number of wrong ones. */
const wanted: Readonly<Record<Kind, { readonly right: number; readonly wrong: number }>> = {
  minutes: { right: 0.9, wrong: 2 },
  blind: { right: 0.8, wrong: 2 },
};
/** The first line of the list. */
const head =
  '# The warnings of today on the minutes of twelve groups, read and judged as in groups-before.txt; UPDATE=1 puts new ones here as “unread”.\n';
const mostHints = 0.3;

test('each finding that was judged is in a line of the minutes', { skip: groupsSkipped }, () => {
  for (const { path, line } of [...before, ...reviewed]) {
    assert.ok(line <= linesOf(path).length, `${path} has no line ${line}`);
  }
});

test('the minutes of twelve groups', { skip: groupsSkipped }, async (t) => {
  const reports = await checkGroups(t);
  const findings = reports.flatMap((report) => report.findings);
  await t.test('what was right before is still reported', (t) => {
    checkRight(t, findings);
  });
  await t.test('every warning was read and judged', () => {
    checkReviewed(findings.filter(isWarning));
  });
  for (const kind of kinds) {
    await t.test(`warnings with the templates “${kind}” are right`, (t) => {
      checkShares(t, kind, findings.filter(isWarning));
    });
  }
  await t.test('hints at sections and agenda items that no template has are rare', (t) => {
    checkHints(t, reports);
  });
});

function checkRight(t: TestContext, findings: readonly GroupFinding[]): void {
  const right = before.filter(({ verdict }) => verdict === 'right');
  const lost = right.filter((each) => !findings.some((finding) => tells(finding, each)));
  for (const { kind, rule, path, line } of lost) t.diagnostic(`${kind} ${rule} ${path}:${line}`);
  t.diagnostic(`${right.length - lost.length} of ${right.length} that were right are told`);
  assert.ok(lost.length <= right.length * 0.05);
}

/** Returns whether a finding warns of what was judged right, or says that its template line or its file is at odds with the series. */
function tells(finding: GroupFinding, judged: JudgedFinding): boolean {
  if (finding.kind !== judged.kind) return false;
  if (finding.rule === 'template-drift') return finding.line === judged.templateLine;
  if (finding.path !== judged.path) return false;
  if (finding.rule === 'other-minutes') return true;
  if (!isWarning(finding)) return false;
  if (finding.rule === 'malformed-file-name' && judged.rule === finding.rule) return true;
  const isSamePart = judged.templateLine !== null && finding.templateLine === judged.templateLine;
  return finding.line === judged.line || (finding.rule === judged.rule && isSamePart);
}

/** Asks a person to judge what is not judged yet; UPDATE=1 puts it into the list. */
function checkReviewed(warnings: readonly GroupFinding[]): void {
  const verdicts = verdictsByPlace();
  const places = placesOf(warnings);
  if (process.env.UPDATE === '1') {
    const lines = places.map((place) => `${verdicts.get(place) ?? 'unread'} ${place}\n`);
    writeFileSync(join(checkout, 'test/corpus/groups-reviewed.txt'), `${head}${lines.join('')}`);
  }
  assert.deepEqual(
    places.filter((place) => !verdicts.has(place)),
    [],
    'Not reviewed',
  );
}

function checkShares(t: TestContext, kind: Kind, warnings: readonly GroupFinding[]): void {
  const own = warnings.filter((each) => each.kind === kind && structural.has(each.rule));
  const verdicts = verdictsByPlace();
  const judged = placesOf(own).map((place) => verdicts.get(place));
  const count = (verdict: Verdict): number => judged.filter((each) => each === verdict).length;
  const [right, noise, wrong] = [count('right'), count('noise'), count('wrong')];
  t.diagnostic(`${own.length} structural: ${right} right, ${noise} noise, ${wrong} wrong`);
  assert.ok(right >= own.length * wanted[kind].right, `Only ${right} of ${own.length} are right`);
  assert.ok(wrong <= wanted[kind].wrong, `${wrong} are wrong`);
}

function checkHints(t: TestContext, reports: readonly GroupReport[]): void {
  const files = reports.reduce((sum, report) => sum + report.files, 0);
  const hints = reports
    .flatMap((report) => report.findings)
    .filter(({ rule }) => rule === 'unexpected-section' || rule === 'agenda-mismatch');
  t.diagnostic(`${hints.length} in ${files} minutes`);
  assert.ok(hints.length <= files * mostHints);
}

function verdictsByPlace(): ReadonlyMap<string, Verdict> {
  const all = [...before, ...reviewed];
  return new Map(all.map((each) => [placeOf(each), each.verdict]));
}

function isWarning({ severity }: GroupFinding): boolean {
  return severity === 'warning' || severity === 'error';
}
