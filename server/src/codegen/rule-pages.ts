import type { Rule } from '../core/rules/rule.ts';
import { rulePage } from '../core/checking/rule-page.ts';

export const rulePagesFolder = 'docs/rules';

/** Returns the page of every rule, by its path from the root. */
export function rulePages(rules: readonly Rule[]): readonly { path: string; text: string }[] {
  return rules.map((rule) => ({ path: `${rulePagesFolder}/${rule.id}.md`, text: rulePage(rule) }));
}
