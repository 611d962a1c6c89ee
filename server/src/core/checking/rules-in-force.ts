import type { MinutesRule, OutlineRule, PieceRule, Rule } from '../rules/rule.ts';
import type { Severity, SeveritySettings } from '../template/severity.ts';
import type { Template } from '../template/template.ts';
import { rulesOfCancelled } from './registry.ts';

/** What decides which rules check minutes. */
export interface RuleSetting {
  readonly among: readonly Rule[];
  readonly template: Template;
  /** The user's severities, which win over the template's. */
  readonly severities: SeveritySettings;
  readonly draft: boolean;
  readonly cancelled: boolean;
}

/** The rules that check minutes, by kind; a rule may be of several. */
export interface RulesInForce {
  readonly ofMinutes: readonly MinutesRule[];
  readonly ofOutlines: readonly OutlineRule[];
  readonly ofPieces: readonly PieceRule[];
  /** Returns the severity of a rule's finding, which may have its own. */
  readonly severityOf: (rule: Rule, own?: Severity) => Severity | 'off';
}

/** Returns the rules in force in a setting; the same object while the setting is the same. */
export type RuleChoice = (setting: RuleSetting) => RulesInForce;

/** Returns the choice of rules with a cache of the last one. */
export function createRuleChoice(): RuleChoice {
  let last: { readonly setting: RuleSetting; readonly rules: RulesInForce } | null = null;
  return (setting) => {
    if (last === null || !isSame(last.setting, setting)) {
      last = { setting, rules: chooseRules(setting) };
    }
    return last.rules;
  };
}

function isSame(a: RuleSetting, b: RuleSetting): boolean {
  return (
    a.among === b.among &&
    a.template === b.template &&
    a.draft === b.draft &&
    a.cancelled === b.cancelled &&
    haveSameSeverities(a.severities, b.severities)
  );
}

function haveSameSeverities(a: SeveritySettings, b: SeveritySettings): boolean {
  if (a === b) return true;
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
}

function chooseRules(setting: RuleSetting): RulesInForce {
  const { among, template, draft, cancelled } = setting;
  const severities = { ...template.options.rules, ...setting.severities };
  const severityOf: RulesInForce['severityOf'] = ({ id, severity }, own) => {
    const set = Object.hasOwn(severities, id) ? severities[id] : undefined;
    const ofRule = typeof severity === 'string' ? severity : severity[draft ? 'draft' : 'final'];
    return set ?? own ?? ofRule;
  };
  const on = among.filter(
    (rule) => (!cancelled || rulesOfCancelled.includes(rule)) && severityOf(rule) !== 'off',
  );
  return {
    ofMinutes: on.flatMap((rule) => ('check' in rule ? [rule] : [])),
    ofOutlines: on.flatMap((rule) => ('checkOutline' in rule ? [rule] : [])),
    ofPieces: on.flatMap((rule) => ('checkPiece' in rule ? [rule] : [])),
    severityOf,
  };
}
