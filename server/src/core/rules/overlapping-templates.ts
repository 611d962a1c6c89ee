import * as l10n from '@vscode/l10n';
import type { Template } from '../template/template.ts';
import type { TemplateRule } from './rule.ts';

/** Finds templates that claim the same minutes on the same days. */
export const overlappingTemplates: TemplateRule = {
  id: 'overlapping-templates',
  summary: 'Two templates claim the same minutes on the same days',
  severity: 'error',
  docs: {
    finds: `
Compared are the globs and the eras of the templates in one folder.
`,
    why: `
A group that changes its agenda keeps the old template for the old minutes.
If both apply on the same days, it is unclear which one the minutes follow, and they are not checked.
`,
    repair: `
There is no automatic fix: give one template \`until\`, and the other \`from\`.
`,
    options: `
The front matter says on which days a template applies:

~~~yaml
files: "calls/*.md"
until: "2018-06-30"
~~~
`,
    examples: `
~~~.minutes/old.md
---
files: "calls/*.md"
^^^^^^^^^^^^^^^^^^^ overlapping-templates: The template “new” claims “calls/*.md” on the same days: give one of them “until” and the other “from”
until: 2018-06-30
---

# Call {date}
~~~

~~~.minutes/new.md
---
files: "calls/*.md"
^^^^^^^^^^^^^^^^^^^ overlapping-templates: The template “old” claims “calls/*.md” on the same days: give one of them “until” and the other “from”
from: 2018-06-01
---

# Call {date}
~~~
`,
  },
  fixes: [],
  checkTemplate: (template, others) =>
    others.flatMap((other) => {
      const glob = template.options.files.find(
        (each) => !each.startsWith('!') && other.options.files.includes(each),
      );
      if (glob === undefined || !overlap(template, other)) return [];
      return [
        {
          message: l10n.t(
            'The template “{0}” claims “{1}” on the same days: give one of them “until” and the other “from”',
            other.name,
            glob,
          ),
          range: frontMatterRange(template),
          related: [],
          fixes: [],
        },
      ];
    }),
};

function overlap({ options: a }: Template, { options: b }: Template): boolean {
  return (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999');
}

/** The `files` line of the front matter, else the template's first line. */
function frontMatterRange({ text }: Template): { start: number; end: number } {
  const line = /^files:[^\r\n]*/m.exec(text) ?? /^[^\r\n]*/.exec(text);
  const start = line?.index ?? 0;
  return { start, end: start + (line?.[0].length ?? 0) };
}
