import type { Rule } from '../core/rules/rule.ts';
import { usualSeverity } from '../core/checking/rule-page.ts';
import { isRecord } from '../core/text/is-record.ts';

const setting = 'minutes.rules';

/**
 * Returns the extension's manifest with the schema of the setting `minutes.rules`.
 * @throws Error where the manifest has no configuration to put it in.
 */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const values: unknown = JSON.parse(manifest);
  const contributes = isRecord(values) ? values.contributes : null;
  const configuration = isRecord(contributes) ? contributes.configuration : null;
  const properties = isRecord(configuration) ? configuration.properties : null;
  if (!isRecord(properties)) {
    throw new Error('package.json needs contributes.configuration.properties');
  }
  properties[setting] = settingSchema(rules);
  return `${JSON.stringify(values, null, 2)}\n`;
}

function settingSchema(rules: readonly Rule[]): object {
  return {
    type: 'object',
    scope: 'resource',
    order: 3,
    markdownDescription: '%configuration.rules%',
    default: Object.fromEntries(rules.map((rule) => [rule.id, usualSeverity(rule)])),
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
  };
}

function ruleSchema(rule: Rule): object {
  return {
    type: 'string',
    enum: ['off', 'hint', 'information', 'warning', 'error'],
    default: usualSeverity(rule),
    description: `${rule.summary}.`.replace(/`/g, ''),
  };
}
