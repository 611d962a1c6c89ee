import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import type { MatchedField } from '../matching/field-match.ts';
import type { TemplateField } from '../template/template-field.ts';
import { looseForm } from '../text/closest.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { sameNameAt } from './shared/named-line.ts';
import { sectionFields, type SectionFields } from './shared/section-fields.ts';

/** Finds fields of the template that are absent. */
export const missingField: MinutesRule = {
  id: 'missing-field',
  summary: 'A field that the template has is absent',
  severity: { draft: 'hint', final: 'warning' },
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
A field is a line of the template’s text such as \`Facilitator: {person}\`.
One with \`{person?}\` may be absent, and so may a label with nothing after it.
`,
    why: `
Readers and programs look for who led a meeting at one label.
Where it is absent, nobody knows whether there was no one or nobody wrote it down.
`,
    repair: `
**Insert** writes the label below the field before it, above the one after it, or at the start of the section.
It is safe unless a heading that the template doesn’t know has the field’s name: what is below it may be the value.
`,
    examples: `
~~~template.md
# Weekly {date}

Facilitator: {person}

Notes: {person?}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26
                   ^ missing-field: The template has the field “Facilitator” here [fix: Insert “Facilitator”]
~~~

~~~fixed
# Weekly 2018-06-26

Facilitator:\x20
~~~

~~~fixed
# Weekly 2018-06-26

Facilitator:\x20
~~~
`,
  },
  fixes: [
    { title: 'Insert', safe: true },
    { title: 'Insert', safe: false, when: 'a heading has the field’s name' },
  ],
  check: (context) =>
    sectionFields(context).flatMap((part) =>
      part.fields.flatMap((matched, index) =>
        matched.line === null && !matched.field.optional
          ? [reportMissing(part, index, matched.field, context)]
          : [],
      ),
    ),
};

function reportMissing(
  part: SectionFields,
  index: number,
  field: TemplateField,
  { minutes, template, match }: RuleContext,
): Report {
  const { text, frontMatter } = minutes;
  const before = part.fields.slice(0, index).findLast(({ line }) => line !== null) ?? null;
  const start = before?.line?.below.end ?? part.headingEnd ?? frontMatter?.end ?? 0;
  const above = before === null ? aboveNext(part, index, text, template.text) : null;
  const edit = above ?? insertion(part, index, before, start, text, template.text);
  const known = new Set(match.sections.map(({ section }) => section.heading));
  const heading = minutes.headings.find(
    (each) => looseForm(each.text) === looseForm(field.name) && !known.has(each),
  );
  return {
    ...(heading !== undefined && { severity: 'hint' as const }),
    message: l10n.t('The template has the field “{0}” here', field.name),
    range: { start, end: start },
    related: [
      ...sameNameAt(heading?.range ?? null, field.name),
      {
        document: 'template',
        range: field.range,
        message: l10n.t('“{0}” in the template', field.name),
      },
    ],
    fixes:
      edit === null
        ? []
        : [
            {
              title: l10n.t('Insert “{0}”', field.name),
              safe: heading === undefined,
              edits: [edit],
            },
          ],
    ...departureFrom({ range: field.range, insisted: false }, 'absent'),
  };
}

/** Returns the insertion of a label on a line of its own above the field that is on the next line of the template; null where that is absent. */
function aboveNext(
  { fields }: SectionFields,
  index: number,
  text: string,
  templateText: string,
): TextEdit | null {
  const field = fields[index]?.field;
  const next = fields[index + 1];
  if (field === undefined || next === undefined || next.line === null) return null;
  if (next.field.depth !== field.depth || !isNextLine(field, next.field, templateText)) return null;
  const { start } = next.line.range;
  const indent = indentAt(text, start);
  const at = lineStart(text, start);
  const label = `${indent}${field.marker}${field.source} `;
  return { range: { start: at, end: at }, text: label + lineEndingOf(text) };
}

/** Returns the insertion of a label; null where it would be an item below an item that is absent. */
function insertion(
  { fields, headingEnd }: SectionFields,
  index: number,
  before: MatchedField | null,
  offset: number,
  text: string,
  templateText: string,
): TextEdit | null {
  const field = fields[index]?.field;
  if (field === undefined) return null;
  const isBeside = before !== null && before.field.depth === field.depth;
  if (field.depth > 1 && !isBeside) return null;
  const eol = lineEndingOf(text);
  const indent = isBeside ? indentAt(text, before.line?.range.start ?? offset) : '';
  const label = `${indent}${field.marker}${field.source} `;
  const range = { start: offset, end: offset };
  if (before === null && headingEnd === null) {
    return { range, text: `${offset === 0 ? '' : eol}${label}${eol}${offset === 0 ? eol : ''}` };
  }
  const previous = fields[index - 1]?.field;
  const isNext = previous !== undefined && isNextLine(previous, field, templateText);
  const isFollowed = before === null && /^(?:\r\n|\r|\n)[^\r\n]*\S/.test(text.slice(offset));
  return { range, text: `${isNext ? eol : eol + eol}${label}${isFollowed ? eol : ''}` };
}

function isNextLine(previous: TemplateField, field: TemplateField, text: string): boolean {
  const between = text.slice(previous.range.end, field.range.start);
  return (between.match(/\r\n|\r|\n/g)?.length ?? 0) === 1;
}

/** Returns the white space with which the line of an offset begins. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
