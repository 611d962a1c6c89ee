import * as l10n from '@vscode/l10n';
import { formatDate } from '../text/calendar-date.ts';
import { fileNameDate } from '../matching/minutes-date.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { titleDate } from './shared/title-date.ts';

/** Finds dates of days that don't exist. */
export const invalidDate: MinutesRule = {
  id: 'invalid-date',
  summary: 'There is no such day',
  severity: 'warning',
  docs: `
\`2018-02-30\` looks like a date and is none, so minutes with it are in no order with the others.

Where the file name or the title has the right date, the other one can be changed to it.
`,
  headingsOnly: true,
  check: (context) => [...invalidTitleDate(context), ...invalidFileDate(context)],
};

function invalidTitleDate(context: RuleContext): readonly Report[] {
  const title = titleDate(context);
  if (title?.date !== null) return [];
  const { date } = context;
  const fixes: Fix[] = [];
  if (date !== null) {
    const text = formatDate(date, title.format);
    fixes.push({
      title: l10n.t('Change the title’s date to {0}', text),
      safe: false,
      edits: [{ range: title.range, text }],
    });
  }
  return [
    {
      message: l10n.t('{0} is not a valid date', title.text),
      range: title.range,
      related: [],
      fixes,
    },
  ];
}

function invalidFileDate(context: RuleContext): readonly Report[] {
  const { fileName, template, minutes } = context;
  const file = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
  if (fileName === null || file?.date !== null) return [];
  const title = titleDate(context);
  const fixes: Fix[] = [];
  if (title?.date && title.exact) {
    const name = fileName.replace(file.text, formatDate(title.date, file.format));
    fixes.push({
      title: l10n.t('Rename the file to “{0}”', name),
      safe: false,
      edits: [],
      fileName: name,
    });
  }
  return [
    {
      message: l10n.t('{0} in the file name is not a valid date', file.text),
      range: title?.range ?? minutes.headings[0]?.range ?? { start: 0, end: 0 },
      related: [],
      fixes,
    },
  ];
}
