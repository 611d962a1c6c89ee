import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { matchFields } from '../matching/field-match.ts';
import { holdsTable } from '../matching/required-table.ts';
import { fillPlaceholders, headingText, sectionText } from '../template/section-text.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { insertBlock, lineEndingOf } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { namedLine, sameNameAt } from './shared/named-line.ts';
import { teamsToInsert } from './shared/teams-to-insert.ts';
import type { MinutesRule, RuleContext } from './rule.ts';

/** Finds minutes without the title that the template begins with. */
export const missingTitle: MinutesRule = {
  id: 'missing-title',
  summary: 'The minutes don’t begin with a title',
  severity: 'warning',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
The template has a title and the minutes have none.
`,
    why: `
The title says which meeting the minutes are of when they are read without their file name.
`,
    repair: `
**Insert the title** adds the template’s title with the date from the file name.
`,
    examples: `
~~~template.md
# Weekly {date}

## News
~~~

~~~2018-06-26.md
## News
^^^^^^^ missing-title: The minutes lack the title “Weekly {date}” [fix: Insert the title]
~~~

~~~fixed
# Weekly 2018-06-26

## News
~~~
`,
  },
  fixes: [
    { title: 'Insert the title', safe: true },
    { title: 'Insert the title', safe: false, when: 'a line above the first heading is the title' },
  ],
  check(context) {
    const { match, minutes, template, statedDate } = context;
    return match.missing
      .filter(({ expected }) => expected.kind === 'title')
      .map(({ expected, offset }) => {
        const heading = [
          `${'#'.repeat(expected.depth)} ${headingText(expected, template, statedDate)}`,
          ...fieldsToInsert(expected, context, offset),
          ...tableToInsert(expected, context, offset),
        ].join(lineEndingOf(minutes.text).repeat(2));
        const isBlank = minutes.text.slice(minutes.frontMatter?.end ?? 0).trim() === '';
        const edit = isBlank
          ? insertAll(
              sectionText(expected, template, statedDate, new Set(), teamsToInsert(context)),
              offset,
              minutes.text,
            )
          : insertBlock(minutes.text, offset, heading).edit;
        const first = minutes.headings[0]?.range;
        const line = namedLine(expected, first?.start ?? minutes.text.length, context);
        return {
          message: expected.message ?? l10n.t('The minutes lack the title “{0}”', expected.name),
          range: first?.start === offset ? first : { start: offset, end: offset },
          related: [
            ...sameNameAt(line, expected.name),
            {
              document: 'template',
              range: expected.range,
              message: l10n.t('The title in the template'),
            },
          ],
          fixes: [
            {
              title: l10n.t('Insert the title'),
              safe: line === null,
              edits: [edit],
            },
          ],
          ...departureFrom(expected, 'absent'),
        };
      });
  },
};

/** Returns the title's fields that have to be there and aren't in the text before the first heading. */
function fieldsToInsert(
  { fields }: TemplateSection,
  { minutes }: RuleContext,
  start: number,
): readonly string[] {
  const end = minutes.headings[0]?.range.start ?? minutes.text.length;
  return matchFields(fields, minutes, { start, end })
    .filter(({ field, line }) => line === null && !field.optional)
    .map(({ field: { marker, source } }) => `${marker}${source} `);
}

/** Returns the title's table, where the minutes have none that would be it. */
function tableToInsert(
  { table }: TemplateSection,
  { minutes, statedDate, template }: RuleContext,
  start: number,
): readonly string[] {
  const end = minutes.headings[0]?.range.start ?? minutes.text.length;
  const place = { bodyRange: { start, end }, range: { start, end: minutes.text.length } };
  return table === null || holdsTable(minutes, place, table)
    ? []
    : [fillPlaceholders(table.text, statedDate, template.options.placeholders)];
}

/** Returns the edit that writes new minutes in place of the white space of an empty file. */
function insertAll(block: string, offset: number, text: string): TextEdit {
  const { edit } = insertBlock(text.slice(0, offset), offset, block);
  return { ...edit, range: { start: offset, end: text.length } };
}
