import * as l10n from '@vscode/l10n';
import { headingText } from '../template/section-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import type { MinutesRule } from './rule.ts';

/** Finds titles that are not as the template says. */
export const malformedTitle: MinutesRule = {
  id: 'malformed-title',
  summary: 'The title is not as the template says',
  severity: 'warning',
  docs: `
A title that reads like all others can be found, sorted and compared.

**Rewrite the title** puts the template’s words in its place, with the date of the file’s name.
It is no part of fix-all, since it replaces what somebody wrote.
`,
  check: ({ minutes, match, template, told }) =>
    match.sections
      .filter(({ kind }) => kind === 'title')
      .filter(({ section }) => !holdsUnfilled(section.heading.text, template))
      .map(({ expected, section: { heading } }) => {
        const title = headingText(expected, template, told);
        const isBare = minutes.text.charAt(heading.contentRange.start - 1) === '#';
        return {
          message: expected.message ?? l10n.t('The title should read “{0}”', title),
          range: heading.contentRange,
          related: [
            {
              document: 'template',
              range: expected.range,
              message: l10n.t('The title in the template'),
            },
          ],
          fixes: holdsUnfilled(title, template)
            ? []
            : [
                {
                  title: l10n.t('Rewrite the title as “{0}”', title),
                  safe: false,
                  edits: [{ range: heading.contentRange, text: isBare ? ` ${title}` : title }],
                },
              ],
        };
      }),
};
