import { formatDate } from '../text/calendar-date.ts';
import { fileNameDate } from '../template/minutes-date.ts';
import type { MinutesRule } from './rule.ts';
import { titleDate } from './title-date.ts';

/** Finds a title whose date is not the file name's. */
export const dateMismatch: MinutesRule = {
  id: 'date-mismatch',
  summary: 'The title has another date than the file name',
  severity: 'warning',
  docs: `
Minutes are often begun as a copy of the last ones, and the copy keeps the old date.
One of the two dates is wrong, and only people know which.

There is a repair either way: **Change the title’s date** or **Rename the file**.
`,
  check: (context) => {
    const { fileName, template } = context;
    const title = titleDate(context);
    const file = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
    if (fileName === null || !title?.date || !file?.date || !file.exact) return [];
    const inTitle = formatDate(file.date, title.format);
    if (formatDate(title.date, title.format) === inTitle) return [];
    const newName = fileName.replace(file.text, formatDate(title.date, file.format));
    return [
      {
        message: `The title says ${title.text}, the file name ${file.text}`,
        range: title.range,
        related: [],
        fixes: [
          {
            title: `Change the title’s date to ${inTitle}`,
            safe: false,
            edits: [{ range: title.range, text: inTitle }],
          },
          ...(title.exact
            ? [
                {
                  title: `Rename the file to “${newName}”`,
                  safe: false,
                  edits: [],
                  fileName: newName,
                },
              ]
            : []),
        ],
      },
    ];
  },
};
