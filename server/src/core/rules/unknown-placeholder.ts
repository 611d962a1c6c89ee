import { reportsOf } from './invalid-template.ts';
import type { TemplateRule } from './rule.ts';

/** Finds placeholders that mean nothing. */
export const unknownPlaceholder: TemplateRule = {
  id: 'unknown-placeholder',
  summary: 'A placeholder is neither built in nor the template’s own',
  severity: 'error',
  docs: `
What minutes should write in the place of \`{dat}\` nobody can say.

Built in are \`{date}\`, \`{weekday}\`, \`{team}\`, \`{status}\`, \`{lead}\`, \`{release}\`, \`{person}\`, \`{number}\` and \`{text}\`.
Own placeholders stand in the front matter:

\`\`\`yaml
placeholders:
  room: [Alder, Birch]
\`\`\`
`,
  checkTemplate: (template) => reportsOf(template, 'unknown-placeholder'),
};
