import * as l10n from '@vscode/l10n';
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
  throw new UsageError(
    near === null
      ? l10n.t('there is no rule “{0}”; docs/rules lists all rules', id)
      : l10n.t('there is no rule “{0}”; did you mean “{1}”?', id, near),
  );
}
