import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { joinBlocks } from '../text/insert-block.ts';
import { applyEdits, editsConflict, type TextEdit } from '../text/text-edit.ts';
import { checkFile } from './check-file.ts';
import type { CheckInput } from './check-minutes.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { inOrderOfInsertion } from './insertion-order.ts';
import { createReportCache } from './report-cache.ts';
import { traitsOf } from './registry.ts';
import { missingTitle } from '../rules/missing-title.ts';

/** Which findings are to be repaired. */
export interface FixOptions {
  /** Repair also what is not safe: what moves sections, changes levels or deletes. */
  readonly unsafe: boolean;
  /** Only findings of these rules; null for all. */
  readonly rules: readonly string[] | null;
}

/** Minutes after repair. */
export interface FixResult {
  readonly text: string;
  readonly fixed: readonly Finding[];
  readonly remaining: readonly Finding[];
}

const maximumPasses = 20;

/** Repairs findings until nothing is left that can be repaired so, and returns the text and what remains. */
export function fixMinutes(input: CheckInput, options: FixOptions): FixResult {
  let { minutes } = input;
  const fixed: Finding[] = [];
  const seen = new Set([minutes.text]);
  const reportCache = createReportCache();
  const check = (): readonly Finding[] => checkFile({ ...input, minutes }, reportCache);
  for (let pass = 0; pass < maximumPasses; pass++) {
    const chosen = chooseFixes(check(), options);
    const edits = joinBlocks(chosen.flatMap(({ fix }) => fix.edits));
    const text = applyEdits(minutes.text, edits);
    if (seen.has(text)) break;
    seen.add(text);
    fixed.push(...chosen.map(({ finding }) => finding));
    minutes = readMinutes(parseMarkdown(text, minutes.markdown), minutes);
  }
  return { text: minutes.text, fixed, remaining: check() };
}

/**
 * Returns the first fitting fix of each finding, without those that would change the same text.
 * While text becomes a heading, no section is inserted or moved: the next pass knows where it belongs.
 */
export function chooseFixes(
  findings: readonly Finding[],
  options: FixOptions,
): readonly { readonly finding: Finding; readonly fix: Fix }[] {
  const edits: TextEdit[] = [];
  const fitting = inOrderOfInsertion(titleFirst(findings)).flatMap((finding) => {
    const fix = fittingFix(finding, options);
    return fix === undefined ? [] : [{ finding, fix }];
  });
  const areHeadingsMade = fitting.some(({ finding }) => makesHeadings(finding));
  return fitting.filter(({ finding, fix }) => {
    const waits = traitsOf(finding).structural === true && !makesHeadings(finding);
    if (areHeadingsMade && waits) return false;
    if (fix.edits.some((edit) => edits.some((other) => editsConflict(edit, other)))) return false;
    edits.push(...fix.edits);
    return true;
  });
}

function makesHeadings(finding: Finding): boolean {
  return traitsOf(finding).makesHeadings === true;
}

function fittingFix({ rule, fixes }: Finding, { unsafe, rules }: FixOptions): Fix | undefined {
  if (rules !== null && !rules.includes(rule)) return undefined;
  return fixes.find(
    ({ safe, edits, isChoice }) => edits.length > 0 && isChoice !== true && (safe || unsafe),
  );
}

/** Puts the title before the sections that are inserted at the same place. */
function titleFirst(findings: readonly Finding[]): readonly Finding[] {
  const isTitle = ({ rule }: Finding): boolean => rule === missingTitle.id;
  return [...findings.filter(isTitle), ...findings.filter((finding) => !isTitle(finding))];
}
