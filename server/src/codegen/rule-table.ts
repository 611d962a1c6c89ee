import type { Rule } from '../core/rules/rule.ts';
import { rulePagesFolder } from './rule-pages.ts';

const start = '<!-- rules -->\n';
const end = '<!-- /rules -->\n';

/**
 * Returns the README with the table of rules between its markers.
 * @throws Error where the README lacks a marker.
 */
export function withRuleTable(readme: string, rules: readonly Rule[]): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`README.md needs the lines ${start.trim()} and ${end.trim()}, in this order`);
  }
  return `${readme.slice(0, from + start.length)}\n${ruleTable(rules)}\n${readme.slice(to)}`;
}

function ruleTable(rules: readonly Rule[]): string {
  const rows = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [
      `[${rule.id}](${rulePagesFolder}/${rule.id}.md)`,
      severityOf(rule),
      rule.summary,
    ]);
  return [['Rule', 'Severity', 'What it finds'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}

function severityOf({ severity }: Rule): string {
  return typeof severity === 'string' ? severity : `${severity.final}, in drafts ${severity.draft}`;
}
