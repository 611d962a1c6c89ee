import type { Rule } from '../core/rules/rule.ts';
import { compareStrings } from '../core/text/compare-strings.ts';
import { rulePagesFolder } from './rule-pages.ts';

const start = '<!-- rules -->\n';
const end = '<!-- /rules -->\n';

/** The rules that the README shows. */
const shown = [
  'missing-section',
  'misspelled-section',
  'pasted-heading',
  'date-mismatch',
  'missing-lead',
  'unfilled-text',
  'conflict-marker',
  'lost-update',
];

/**
 * Returns the README with the table of its rules between its markers.
 * @throws Error where the README lacks a marker.
 */
export function withRuleTable(readme: string, rules: readonly Rule[]): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`README.md needs the lines ${start.trim()} and ${end.trim()}, in this order`);
  }
  const some = shown.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  const table = ruleTable(some, `${rulePagesFolder}/`);
  return `${readme.slice(0, from + start.length)}\n${table}\n${readme.slice(to)}`;
}

/** Returns the page that lists all rules. */
export function ruleIndex(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => compareStrings(a.id, b.id));
  return [
    '# Rules\n',
    'Each rule has a page: what it finds, why it matters, how to fix it, and how safely.',
    'The severity is set in the setting `minutes.rules` or in the template’s key `rules`; `off` turns a rule off.',
    '`minutes explain RULE` prints the page.\n',
    ruleTable(sorted, ''),
  ].join('\n');
}

function ruleTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map((rule) => [
    `[${rule.id}](${folder}${rule.id}.md)`,
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
