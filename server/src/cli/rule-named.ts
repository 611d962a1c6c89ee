import { rules } from '../core/checking/registry.ts';
import type { Rule } from '../core/rules/rule.ts';
import { closestTo } from '../core/text/closest.ts';
import { UsageError } from './environment.ts';

/**
 * Returns the rule of an id.
 * @throws UsageError with the closest id where there is no such rule.
 */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  const near = closestTo(
    id,
    rules.map((each) => each.id),
  );
  const hint = near === null ? 'the README lists all rules' : `did you mean “${near}”?`;
  throw new UsageError(`there is no rule “${id}”; ${hint}`);
}
