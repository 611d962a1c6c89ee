import * as l10n from '@vscode/l10n';
import type { SeveritySettings } from '../core/template/severity.ts';
import { isSeveritySetting } from '../core/template/template-options.ts';
import { UsageError } from './environment.ts';
import { ruleNamed } from './rule-named.ts';

/**
 * Returns the severities that options such as `missing-lead=off` set.
 * @throws UsageError where one names no rule or no severity.
 */
export function severitiesOfOptions(options: readonly string[] = []): SeveritySettings {
  return Object.fromEntries(
    options.map((option) => {
      const [rule = '', severity] = option.split('=');
      if (!isSeveritySetting(severity)) {
        throw new UsageError(
          l10n.t('“{0}” is not a rule and a severity, such as missing-lead=off', option),
        );
      }
      return [ruleNamed(rule).id, severity];
    }),
  );
}
