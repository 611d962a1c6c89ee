import { reportsOf } from './invalid-template.ts';
import type { TemplateRule } from './rule.ts';

/** Finds placeholders that mean nothing. */
export const unknownPlaceholder: TemplateRule = {
  id: 'unknown-placeholder',
  summary: 'A placeholder is neither built in nor defined by the template',
  severity: 'error',
  docs: {
    finds: `
Built in are \`{date}\`, \`{weekday}\`, \`{team}\`, \`{status}\`, \`{lead}\`, \`{release}\`, \`{person}\`, \`{number}\` and \`{text}\`.
`,
    why: `
Nothing says what minutes should have in place of \`{dat}\`.
`,
    repair: `
**Replace** writes the closest placeholder.
A new one is defined in the front matter.
`,
    options: `
The front matter defines the template’s own placeholders:

~~~yaml
placeholders:
  room: [Alder, Birch]
~~~
`,
    examples: `
~~~.minutes/weekly.md
# Weekly {dat}
         ^^^^^ unknown-placeholder: Unknown placeholder “dat”: did you mean “date”? [fix: Replace with “date”]
~~~

~~~fixed
# Weekly {date}
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: true }],
  checkTemplate: (template) => reportsOf(template, 'unknown-placeholder'),
};
