import type { Template, TemplateProblem } from '../template/template.ts';
import type { Report, TemplateRule } from './rule.ts';

/** Finds what is wrong with a template file itself. */
export const invalidTemplate: TemplateRule = {
  id: 'invalid-template',
  summary: 'The template can’t be read as it is written',
  severity: 'error',
  docs: `
A template that can’t be read claims no minutes, so that nobody is told of faults that are not theirs.

Often a pattern needs quotes, for YAML reads \`{\` and \`*\` as its own:

\`\`\`yaml
files: "*.md"
file-name: "{date}-call.md"
unfilled:
  - "[add here]"
\`\`\`

**Put it in quotes** does so.
For a misspelt word there is a fix with the word that was probably meant.
`,
  checkTemplate: (template) => reportsOf(template, 'invalid-template'),
};

/** Returns the template's own problems of one rule. */
export function reportsOf(template: Template, rule: TemplateProblem['rule']): readonly Report[] {
  return template.problems
    .filter((problem) => problem.rule === rule)
    .map(({ message, range, fix, failure }) => ({
      ...(failure !== undefined && { failure }),
      message,
      range,
      related: [],
      fixes: fix === null ? [] : [{ ...fix, safe: true }],
    }));
}
