import * as l10n from '@vscode/l10n';
import { defaultDateFormat, placeholdersIn } from '../template/placeholder.ts';
import { fillPattern, matchPattern } from '../template/text-pattern.ts';
import { formatDate } from '../text/calendar-date.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, RuleContext } from './rule.ts';
import { titleDate } from './shared/title-date.ts';

/** Finds files whose names are not as the template's pattern says. */
export const malformedFileName: MinutesRule = {
  id: 'malformed-file-name',
  summary: 'The file’s name is not as the template says',
  severity: 'warning',
  docs: `
File names in one form are in the order of the meetings, and a program finds the last one.
A space before the name or \`06-26-2018\` instead of \`2018-06-26\` breaks both.

The template says what names look like:

\`\`\`yaml
file-name: '{date}-harbour.md'
\`\`\`

**Rename the file** is offered where the date is known and the pattern leaves nothing else open.
`,
  headingsOnly: true,
  check: (context) => {
    const { fileName, template, minutes } = context;
    const pattern = template.options.fileName;
    if (fileName === null || pattern === null || isAsPatternSays(fileName, context)) return [];
    return [
      {
        message: l10n.t(
          'The file name “{0}” doesn’t match the pattern “{1}”',
          fileName,
          pattern.source,
        ),
        range: titleDate(context)?.range ?? minutes.headings[0]?.range ?? { start: 0, end: 0 },
        related: [],
        fixes: renameFix(context),
      },
    ];
  },
};

/** A space at the start or end matters in a name. */
function isAsPatternSays(fileName: string, { template: { options } }: RuleContext): boolean {
  const { fileName: pattern } = options;
  return (
    pattern === null || (fileName.trim() === fileName && matchPattern(pattern, fileName) !== null)
  );
}

function renameFix(context: RuleContext): Fix[] {
  const { date, template } = context;
  const pattern = template.options.fileName;
  if (date === null || pattern === null) return [];
  const name = fillPattern(pattern.parts, ({ name: placeholder, format }) =>
    placeholder === 'date' ? formatDate(date, format ?? defaultDateFormat) : null,
  );
  return placeholdersIn(name).length === 0 && isAsPatternSays(name, context)
    ? [{ title: l10n.t('Rename the file to “{0}”', name), safe: false, edits: [], fileName: name }]
    : [];
}
