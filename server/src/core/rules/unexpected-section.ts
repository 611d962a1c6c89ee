import * as l10n from '@vscode/l10n';
import { matchAgenda } from '../matching/agenda-match.ts';
import type { UnexpectedSection } from '../matching/template-match.ts';
import type { MinutesRule, RuleContext } from './rule.ts';
import { akinHeading } from './shared/akin-heading.ts';

/** Finds sections that the template doesn't know where it lists what there is. */
export const unexpectedSection: MinutesRule = {
  id: 'unexpected-section',
  summary: 'The template lists the sections here, but not this one',
  severity: 'hint',
  yieldsTo: ['unfilled-text', 'pasted-heading', 'mojibake'],
  structural: true,
  habit: 'anywhere',
  docs: {
    finds: `
Headings deeper than the template’s, headings below a section whose children the template doesn’t list, sections that the minutes’ own agenda lists, and a heading that may be an absent section are not reported.
`,
    why: `
An additional section is often fine, but sometimes it is at the wrong level or in the wrong file.
`,
    repair: `
There is no automatic fix: change the heading’s level, move the section, or allow it in the template.
`,
    options: `
If minutes may have the section, add it to the template as optional:

~~~markdown
## Appendix <!-- optional -->
~~~
`,
    examples: `
~~~template.md
# Weekly {date}

## News <!-- closed -->

### Kitchen
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## News

### Kitchen

### Garden
^^^^^^^^^^ unexpected-section: The template has no section “Garden” below “News”
~~~
`,
  },
  fixes: [],
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

/** Returns the unexpected sections that the minutes' own agenda doesn't list, and that aren't named with an absent one. */
function unannounced({ minutes, template, match }: RuleContext): readonly UnexpectedSection[] {
  if (match.unexpected.length === 0) return [];
  const agenda = matchAgenda(minutes, template, match);
  const akin = new Set(match.missing.map((missing) => akinHeading(missing, match)));
  return match.unexpected.filter(
    ({ section }) => agenda?.lists(section.heading.text) !== true && !akin.has(section),
  );
}
