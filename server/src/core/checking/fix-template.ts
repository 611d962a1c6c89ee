import { noUsage, type TemplateUsage } from '../meetings/evidence.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { SeveritySettings } from '../template/severity.ts';
import type { Template } from '../template/template.ts';
import { applyEdits } from '../text/text-edit.ts';
import { checkTemplate } from './check-minutes.ts';
import { chooseFixes, type FixOptions, type FixResult } from './fix-minutes.ts';
import type { Finding } from '../rules/finding.ts';

/** So many repairs follow from each other at most; a text that grew with each would never be done. */
const mostRounds = 100;

/** Repairs a template file until nothing is left that can be repaired so; `knownOf` returns what is known besides a text. */
export function fixTemplate(
  text: string,
  fileName: string,
  options: FixOptions,
  knownOf: (
    text: string,
  ) => readonly [readonly Template[], TemplateUsage, SeveritySettings?] = () => [[], noUsage],
): FixResult {
  const findingsIn = (each: string): readonly Finding[] =>
    checkTemplate(parseTemplate(each, fileName), ...knownOf(each));
  const fixed: Finding[] = [];
  const seen = new Set<string>();
  let repaired = text;
  while (!seen.has(repaired) && seen.size < mostRounds) {
    seen.add(repaired);
    const chosen = chooseFixes(findingsIn(repaired), options);
    fixed.push(...chosen.map(({ finding }) => finding));
    repaired = applyEdits(
      repaired,
      chosen.flatMap(({ fix }) => fix.edits),
    );
  }
  return { text: repaired, fixed, remaining: findingsIn(repaired) };
}
