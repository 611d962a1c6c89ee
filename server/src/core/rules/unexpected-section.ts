import * as l10n from '@vscode/l10n';
import { matchAgenda } from '../matching/agenda-match.ts';
import type { UnexpectedSection } from '../matching/template-match.ts';
import type { MinutesRule, RuleContext } from './rule.ts';

/** Finds sections that the template doesn't know where it lists what there is. */
export const unexpectedSection: MinutesRule = {
  id: 'unexpected-section',
  summary: 'The template doesn’t know the section, although it lists what stands beside it',
  severity: 'hint',
  docs: `
A section beside the template’s own is often fine, and sometimes stands at the wrong level or in the wrong file.
So this is a hint, and no more.

Headings deeper than the template’s, and those below a section whose children the template doesn’t list, are free.
So is a section that the minutes’ own agenda lists.

If minutes may have the section, add it to the template as optional:

\`\`\`markdown
## Appendix <!-- optional -->
\`\`\`
`,
  check: (context) =>
    unannounced(context).map(({ section, parent }) => ({
      message:
        parent === null
          ? l10n.t('The template has no section “{0}”', section.heading.text)
          : l10n.t(
              'The template has no section “{0}” below “{1}”',
              section.heading.text,
              parent.name,
            ),
      range: section.heading.range,
      related:
        parent === null
          ? []
          : [
              {
                document: 'template',
                range: parent.range,
                message: l10n.t('“{0}” in the template', parent.name),
              },
            ],
      fixes: [],
    })),
};

/** Returns the unexpected sections that the minutes' own agenda doesn't list. */
function unannounced({ minutes, template, match }: RuleContext): readonly UnexpectedSection[] {
  if (match.unexpected.length === 0) return [];
  const agenda = matchAgenda(minutes, template, match);
  return match.unexpected.filter(({ section }) => agenda?.lists(section.heading.text) !== true);
}
