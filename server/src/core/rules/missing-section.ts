import * as l10n from '@vscode/l10n';
import type { MissingSection } from '../matching/template-match.ts';
import { sectionText } from '../template/section-text.ts';
import { insertBlock } from '../text/insert-block.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds required sections that are absent. */
export const missingSection: MinutesRule = {
  id: 'missing-section',
  summary: 'A section that the template requires is absent',
  severity: 'warning',
  docs: `
A reader who looks for the decisions of a meeting looks below “Decisions”.
Where the section is absent nobody can tell whether nothing was decided or nobody wrote it down.

The finding stands where the section belongs, and links the template’s line that asks for it.
**Insert section** puts it there with the template’s starting content and its own sections.

If the group can do without the section, mark it in the template:

\`\`\`markdown
## Decisions <!-- optional -->
\`\`\`
`,
  check: (context) =>
    context.match.missing
      .filter(({ expected }) => expected.kind !== 'title')
      .map((missing) => reportMissing(missing, context)),
};

function reportMissing(missing: MissingSection, context: RuleContext): Report {
  const { expected, offset, present } = missing;
  const { edit, anchor } = insertBlock(
    context.minutes.text,
    offset,
    sectionText(expected, context.template, context.told, present),
  );
  return {
    message: expected.message ?? l10n.t('The template requires the section “{0}”', expected.name),
    range: anchor,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('The template requires “{0}” here', expected.name),
      },
    ],
    fixes: [{ title: l10n.t('Insert section “{0}”', expected.name), safe: true, edits: [edit] }],
  };
}
