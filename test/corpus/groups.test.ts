import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVerdicts, type JudgedFinding } from './group-verdicts.ts';
import { checkGroups, groupsSkipped, linesOf, type GroupFinding } from './groups.ts';

const before = readVerdicts('groups-before.txt');

test('each finding that was judged is in a line of the minutes', { skip: groupsSkipped }, () => {
  for (const { path, line } of before) {
    assert.ok(line <= linesOf(path).length, `${path} has no line ${line}`);
  }
});

test(
  'what was right in the minutes of twelve groups is still told',
  { skip: groupsSkipped },
  async (t) => {
    const findings = (await checkGroups(t)).flatMap((report) => report.findings);
    const right = before.filter(({ verdict }) => verdict === 'right');
    const lost = right.filter((each) => !findings.some((finding) => tells(finding, each)));
    for (const { kind, rule, path, line } of lost) t.diagnostic(`${kind} ${rule} ${path}:${line}`);
    t.diagnostic(`${right.length - lost.length} of ${right.length} that were right are told`);
    assert.ok(lost.length <= right.length * 0.05);
  },
);

/** Returns whether a finding warns of what was judged right, or says that its template line or its file is at odds with the series. */
function tells(finding: GroupFinding, judged: JudgedFinding): boolean {
  if (finding.kind !== judged.kind) return false;
  if (finding.rule === 'template-drift') return finding.line === judged.templateLine;
  if (finding.path !== judged.path) return false;
  if (finding.rule === 'other-minutes') return true;
  if (finding.severity !== 'warning' && finding.severity !== 'error') return false;
  const isSamePart = judged.templateLine !== null && finding.templateLine === judged.templateLine;
  return finding.line === judged.line || (finding.rule === judged.rule && isSamePart);
}
