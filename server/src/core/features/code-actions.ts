import type { CheckInput } from '../checking/check-minutes.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { fixMinutes, type FixOptions } from '../checking/fix-minutes.ts';
import { fixTemplate } from '../checking/fix-template.ts';
import { diffLines } from '../text/diff-lines.ts';
import { rangesTouch, type OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** One way to repair one finding, as an editor offers it. */
export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Whether it is the finding's only safe repair, so that it may be done without choosing. */
  readonly preferred: boolean;
}

/** Returns every repair of the findings that a range touches. */
export function fixesAt(findings: readonly Finding[], range: OffsetRange): readonly OfferedFix[] {
  return findings
    .filter((finding) => rangesTouch(finding.range, range))
    .flatMap((finding) => {
      const safe = finding.fixes.filter((fix) => fix.safe);
      return finding.fixes.map((fix) => ({
        finding,
        fix,
        preferred: safe.length === 1 && fix === safe[0],
      }));
    });
}

/** Returns the rules of the findings that a range touches which have safe repairs elsewhere, too. */
export function rulesFixableTogether(
  findings: readonly Finding[],
  range: OffsetRange,
): readonly string[] {
  const fixable = findings.filter(isSafelyFixable);
  const here = new Set(fixable.filter((f) => rangesTouch(f.range, range)).map(({ rule }) => rule));
  return [...here].filter((id) => fixable.filter(({ rule }) => rule === id).length > 1);
}

/** Returns whether a finding has a repair that fix-all makes. */
export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe && fix.edits.length > 0);
}

/** Returns the edits that make all safe repairs of minutes; those of one rule where it is given. */
export function editsThatFix(input: CheckInput, rule: string | null): readonly TextEdit[] {
  const { text } = fixMinutes(input, safeFixesOf(rule));
  return diffLines(input.minutes.text, text);
}

/** Returns the edits that make all safe repairs of a template; those of one rule where it is given. */
export function editsThatFixTemplate(
  before: string,
  fileName: string,
  rule: string | null,
): readonly TextEdit[] {
  const { text } = fixTemplate(before, fileName, safeFixesOf(rule));
  return diffLines(before, text);
}

function safeFixesOf(rule: string | null): FixOptions {
  return { unsafe: false, rules: rule === null ? null : [rule] };
}
