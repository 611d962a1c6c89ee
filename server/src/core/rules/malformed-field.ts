import * as l10n from '@vscode/l10n';
import { readWrittenFrontMatter } from '../matching/front-matter-match.ts';
import { matchPattern } from '../template/text-pattern.ts';
import { describePlaceholder, isDate } from '../template/placeholder.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { writtenFields, type WrittenField } from './shared/section-fields.ts';

/** Finds fields whose value is not what the template’s placeholder stands for. */
export const malformedField: MinutesRule = {
  id: 'malformed-field',
  summary: 'A field has another value than the template allows',
  severity: { draft: 'hint', final: 'warning' },
  structural: true,
  docs: {
    finds: `
Only placeholders with a form are compared: dates, \`{number}\`, \`{url}\`, \`{status}\`, and the template’s own with values or a pattern.
The value may say more than that.
`,
    why: `
A value that is one of a few can be searched for and counted.
`,
    repair: `
There is no repair: only the author knows the value.
`,
    examples: `
~~~template.md
---
placeholders:
  room: [Alder, Birch]
---

# Weekly {date}

Room: {room}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

Room: the large one
      ^^^^^^^^^^^^^ malformed-field: “Room” needs another value: One of Alder, Birch.
~~~
`,
  },
  fixes: [],
  check: (context) => [
    ...frontMatterReports(context),
    ...writtenFields(context)
      .filter(({ state }) => state === 'filled')
      .flatMap((field) => reportField(field, context)),
  ],
};

/** Reports keys of the front matter whose value is not what the template’s placeholders stand for. */
function frontMatterReports({ minutes, template }: RuleContext): readonly Report[] {
  const compared = template.options.frontMatter.filter(({ pattern }) => pattern !== null);
  const keys = compared.length === 0 ? [] : (readWrittenFrontMatter(minutes)?.keys ?? []);
  return compared.flatMap(({ key, pattern }): Report[] => {
    const written = keys.find((each) => each.key === key);
    if (pattern === null || written?.text === undefined || written.text === null) return [];
    if (matchPattern(pattern, written.text) !== null) return [];
    return [
      {
        message: l10n.t('“{0}” needs another value: {1}', key, pattern.source),
        range: written.range,
        related: [],
        fixes: [],
      },
    ];
  });
}

function reportField(
  { field, value, valueRange }: WrittenField,
  { template }: RuleContext,
): readonly Report[] {
  const missed = field.searches.find(
    ({ placeholder, find }) =>
      (!placeholder.optional || field.placeholders.length === 1) && find(value) === null,
  );
  if (missed === undefined) return [];
  const { placeholder } = missed;
  const needed = describePlaceholder(placeholder, template.options.placeholders);
  return [
    {
      message: isDate(placeholder.name)
        ? l10n.t('“{0}” has no date. {1}', field.name, needed)
        : l10n.t('“{0}” needs another value: {1}', field.name, needed),
      range: valueRange,
      related: [
        {
          document: 'template',
          range: field.range,
          message: l10n.t('“{0}” in the template', field.name),
        },
      ],
      fixes: [],
    },
  ];
}
