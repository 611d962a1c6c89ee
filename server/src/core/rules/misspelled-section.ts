import * as l10n from '@vscode/l10n';
import type { Pair } from '../matching/pair.ts';
import { headingText } from '../template/section-text.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds headings that stand for a missing section under another spelling or name. */
export const misspelledSection: MinutesRule = {
  id: 'misspelled-section',
  summary: 'A heading is close to a section that is otherwise missing',
  severity: 'warning',
  docs: `
A section that is spelled otherwise is lost to whoever looks for it by its name, and to every tool.
The heading is close to the one that the template requires, or stands alone in its place.

**Rename** writes the heading as the template does.
A heading that only stands in the place of the missing one is not renamed by fix-all, since it may be meant.

If both names are right, allow the other one in the template:

\`\`\`markdown
## Decisions <!-- alias: Resolutions -->
\`\`\`
`,
  check: (context) =>
    context.match.sections
      .filter(({ kind }) => kind === 'misspelled' || kind === 'renamed')
      .map((pair) => reportMisspelled(pair, context)),
};

function reportMisspelled({ expected, section, kind }: Pair, context: RuleContext): Report {
  const { text, contentRange } = section.heading;
  const name = headingText(expected, context.template, context.told);
  const resembles = kind === 'misspelled';
  return {
    message: resembles
      ? l10n.t('“{0}” should be “{1}”', text, expected.name)
      : l10n.t('“{0}” is where the template requires “{1}”', text, expected.name),
    range: contentRange,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('“{0}” in the template', expected.name),
      },
    ],
    fixes: [
      {
        title: l10n.t('Rename to “{0}”', expected.name),
        safe: resembles,
        edits: [{ range: contentRange, text: name }],
      },
    ],
  };
}
