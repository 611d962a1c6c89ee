import type { SeveritySetting } from '../template/severity.ts';
import type { RuleDocs } from '../rules/rule.ts';

/** Returns the page of a rule in Markdown. */
export function rulePage({ id, summary, docs, severity }: RuleDocs): string {
  return `# ${id}\n\n${summary}.\n\n${severitySentence(severity)}\n\n${docs.trim()}\n`;
}

/** Returns the severity that a rule has where nobody sets another. */
export function usualSeverity({ severity }: RuleDocs): SeveritySetting {
  return typeof severity === 'string' ? severity : severity.final;
}

function severitySentence(severity: RuleDocs['severity']): string {
  if (typeof severity === 'string') return `Severity: ${severity}.`;
  return `Severity: ${severity.final}; in a draft ${severity.draft}.`;
}
