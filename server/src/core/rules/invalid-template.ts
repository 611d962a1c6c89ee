import type { Template, TemplateProblem } from '../template/template.ts';
import type { Report, TemplateRule } from './rule.ts';

/** Finds what is wrong with a template file itself. */
export const invalidTemplate: TemplateRule = {
  id: 'invalid-template',
  summary: 'The template can’t be read as it is written',
  severity: 'error',
  docs: {
    finds: `
Reported are errors in the front matter, in refinements, in placeholders, in the roster and in \`.minutes/config.yml\`.
`,
    why: `
A template that can’t be read claims no minutes, so that nobody is shown errors that are not theirs.
`,
    repair: `
A pattern often needs quotes, because YAML gives \`{\` and \`*\` a meaning of its own: **Put it in quotes**.
**Replace** corrects a misspelled word.
`,
    examples: `
~~~.minutes/weekly.md
---
minutes-template: 1
files: *.md
       ^^^^ invalid-template: YAML reads “*.md” as something other than text: put it in quotes [fix: Put it in quotes]
---

# Weekly {date}
~~~

~~~fixed
---
minutes-template: 1
files: "*.md"
---

# Weekly {date}
~~~
`,
  },
  fixes: [
    { title: 'Put it in quotes', safe: true },
    { title: 'Close the comment', safe: true },
    { title: 'Add “---”', safe: true },
    { title: 'Replace with', safe: true },
  ],
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
