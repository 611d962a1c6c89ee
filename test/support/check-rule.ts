import assert from 'node:assert/strict';
import { checkFile } from '../../server/src/core/checking/check-file.ts';
import { basename, dirname, join } from 'node:path/posix';
import { checkTemplate, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import type { Finding, Fix } from '../../server/src/core/rules/finding.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { fixTemplate } from '../../server/src/core/checking/fix-template.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import type { TemplateUsage } from '../../server/src/core/meetings/evidence.ts';
import type { Template } from '../../server/src/core/template/template.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { annotate } from './annotations.ts';
import { readMinutesTest, type MinutesTest, type TestFile } from './minutes-test.ts';
import type { Expectation } from './run-suite.ts';
import type { Fence, SuiteTest } from './suite.ts';
import { assertEditsChange } from './assert-edits-change.ts';

/**
 * Computes what a test of rules must hold: caret lines below every finding of its minutes and templates,
 * the text after all safe fixes in `fixed`, after all fixes in `fixed --all`, and after one in `fixed: TITLE`.
 * @throws AssertionError where a fix doesn't do what every fix must.
 */
export function checkRule(test: SuiteTest): readonly Expectation[] {
  const files = readMinutesTest(test);
  return [
    ...files.templates.flatMap((template) => expectTemplate(test, files, template)),
    ...files.minutes.flatMap((minutes) => expectMinutes(test, files, minutes)),
  ];
}

/** What a document is checked and repaired by. */
interface Checked {
  readonly text: string;
  readonly fileName: string;
  /** The text of the template, which findings may point to. */
  readonly templateText: string;
  readonly check: (text: string, fileName: string, removal?: Fix['removal']) => readonly Finding[];
  readonly fix: (unsafe: boolean) => {
    readonly text: string;
    readonly remaining: readonly Finding[];
  };
}

function expectTemplate(test: SuiteTest, files: MinutesTest, file: TestFile): Expectation[] {
  const { text } = file;
  const others = files.templates
    .filter((other) => other !== file && dirname(other.path) === dirname(file.path))
    .map((other) => readTemplate(other.text, basename(other.path)));
  const knownOf = (changed: string): readonly [readonly Template[], TemplateUsage] => [
    others,
    files.usageOf(file, changed),
  ];
  return expectChecked(test, file, {
    text,
    fileName: basename(file.path),
    templateText: text,
    check: (changed, fileName) =>
      checkTemplate(readTemplate(changed, fileName), ...knownOf(changed)),
    fix: (unsafe) => fixTemplate(text, basename(file.path), { unsafe, rules: null }, knownOf),
  });
}

function expectMinutes(test: SuiteTest, files: MinutesTest, file: TestFile): Expectation[] {
  const { text } = file;
  const claim = files.claim(file);
  assert.equal(file.note || 'checked', claim.state, `The state of ${file.path}`);
  if (claim.state !== 'checked') return [];
  const input = (changed: string, fileName: string): CheckInput =>
    files.input(file, claim.source, changed, fileName);
  return expectChecked(test, file, {
    text,
    fileName: file.path,
    templateText: claim.source.template.text,
    check: (changed, fileName, removal) =>
      checkFile(withRemoval(input(changed, fileName), removal)),
    fix: (unsafe) => fixMinutes(input(text, file.path), { unsafe, rules: null }),
  });
}

/** Returns the input of minutes from which something more was removed on purpose. */
function withRemoval(input: CheckInput, removal: Fix['removal']): CheckInput {
  if (removal === undefined) return input;
  const { history } = input;
  return { ...input, history: { ...history, removals: [...history.removals, removal] } };
}

function expectChecked(test: SuiteTest, { fence }: TestFile, checked: Checked): Expectation[] {
  const findings = checked.check(checked.text, checked.fileName);
  for (const finding of findings) assertRepairable(finding, findings, checked);
  assertStable(checked);
  const expectations = fencesOf(test, fence);
  const fixed = checked.fix(false).text;
  const results = [
    { label: fence.label, fence, text: annotate(checked.text, findings) },
    { ...labelled(expectations, 'fixed'), text: fixed === checked.text ? null : fixed },
    ...expectations
      .filter(({ label }) => label.startsWith('fixed ') || label.startsWith('fixed: '))
      .map((each) => ({ label: each.label, fence: each, text: resultOf(each, findings, checked) })),
  ];
  return results.map((result) => ({ ...result, after: fence }));
}

/** Returns the fences that tell what becomes of a file: those up to the next file. */
function fencesOf({ fences }: SuiteTest, file: Fence): readonly Fence[] {
  const following = fences.slice(fences.indexOf(file) + 1);
  const end = following.findIndex(({ label }) => !label.startsWith('fixed'));
  return end === -1 ? following : following.slice(0, end);
}

function labelled(fences: readonly Fence[], label: string): { label: string; fence: Fence | null } {
  return { label, fence: fences.find((fence) => fence.label === label) ?? null };
}

/** Returns the text after all fixes or after the one that the label names; of a fix that renames, the new name. */
function resultOf({ label }: Fence, findings: readonly Finding[], checked: Checked): string {
  if (label === 'fixed --all') return checked.fix(true).text;
  const title = label.replace('fixed: ', '');
  const fixes = findings.flatMap((finding) => finding.fixes);
  const fix = fixes.find((each) => each.title === title);
  assert.ok(
    fix,
    `No fix has the title “${title}”; there are: ${fixes.map((each) => each.title).join(', ')}`,
  );
  if (fix.templateEdits !== undefined) return applyEdits(checked.templateText, fix.templateEdits);
  return fix.fileName === undefined ? applyEdits(checked.text, fix.edits) : `${fix.fileName}\n`;
}

/** Asserts that the finding and each of its fixes stay inside the document, and that each fix repairs it. */
function assertRepairable(
  finding: Finding,
  findings: readonly Finding[],
  { text, fileName, templateText, check }: Checked,
): void {
  const name = `${finding.rule} (“${finding.message}”)`;
  assert.ok(
    0 <= finding.range.start &&
      finding.range.start <= finding.range.end &&
      finding.range.end <= text.length,
    `${name} leaves the document`,
  );
  const countIn = (all: readonly Finding[]): number =>
    all.filter(({ rule, message }) => rule === finding.rule && message === finding.message).length;
  for (const { document, range, message } of finding.related) {
    const { length } = document === 'minutes' ? text : templateText;
    assert.ok(
      0 <= range.start && range.start < range.end && range.end <= length,
      `${name} points outside the ${document}: ${message}`,
    );
  }
  const kinds = rules.find(({ id }) => id === finding.rule)?.fixes ?? [];
  for (const fix of finding.fixes) {
    assert.ok(
      kinds.some(({ title, safe }) => fix.title.startsWith(title) && (safe || !fix.safe)),
      `The page of ${finding.rule} lacks the fix “${fix.title}”, safe: ${String(fix.safe)}`,
    );
    if (fix.templateEdits !== undefined) continue;
    assertEditsChange(fix.edits, text);
    const renamed = fix.fileName === undefined ? fileName : join(dirname(fileName), fix.fileName);
    const after = check(applyEdits(text, fix.edits), renamed, fix.removal);
    assert.ok(countIn(after) < countIn(findings), `“${fix.title}” does not repair ${name}`);
    const isNew = ({ rule, message }: Finding): boolean =>
      rule === 'invalid-template' && !findings.some((each) => each.message === message);
    assert.deepEqual(after.filter(isNew), [], `“${fix.title}” breaks the template`);
  }
}

/** Asserts that after the safe fixes nothing safely fixable remains, and that a second run changes nothing. */
function assertStable({ fileName, check, fix }: Checked): void {
  const { text, remaining } = fix(false);
  const isSafe = ({ safe }: Fix): boolean => safe;
  const findings = check(text, fileName);
  assert.deepEqual(remaining, findings, 'What remains is not what a new check finds');
  assert.deepEqual(
    findings
      .filter(({ fixes }) => fixes.some(isSafe))
      .map(({ rule, message }) => `${rule}: ${message}`),
    [],
    'After the safe fixes, this is still safely fixable',
  );
}
