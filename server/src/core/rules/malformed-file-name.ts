import * as l10n from '@vscode/l10n';
import { titleShape } from '../meetings/title-shape.ts';
import { baseName } from '../matching/file-date.ts';
import { datesOf, type WrittenDate } from '../matching/written-date.ts';
import { matchPath } from '../template/file-name-pattern.ts';
import { defaultDateFormat, placeholdersIn } from '../template/placeholder.ts';
import type { Template } from '../template/template.ts';
import { fillPattern } from '../template/text-pattern.ts';
import { formatKnown } from '../text/calendar-date.ts';
import { formatDateIn } from '../text/date-reading.ts';
import type { Fix } from './finding.ts';
import type { OutlineContext, OutlineRule } from './rule.ts';
import { datePlace } from './shared/date-place.ts';

/** Finds files whose names are not as the template's pattern says. */
export const malformedFileName: OutlineRule = {
  id: 'malformed-file-name',
  summary: 'The file name doesn’t match the template’s pattern',
  severity: 'warning',
  structural: true,
  isEvidence: true,
  whenCancelled: true,
  docs: {
    finds: `
The file name is compared with the template’s \`file-name\`; a space at either end counts.
`,
    why: `
File names of one form sort in the order of the meetings, and programs find the latest one.
A space before the name, or \`06-26-2018\` instead of \`2018-06-26\`, breaks both.
`,
    repair: `
**Rename the file** is offered if the date is known and the pattern has no other placeholder.
`,
    options: `
The template’s front matter has the pattern:

~~~yaml
file-name: "{date}-harbour.md"
~~~
`,
    examples: `
~~~template.md
---
file-name: "{date}-weekly.md"
---

# Weekly {date}
~~~

~~~06-26-2018-weekly.md
# Weekly 2018-06-26
         ^^^^^^^^^^ malformed-file-name: The file name “06-26-2018-weekly.md” doesn’t match the pattern “{date}-weekly.md” [unsafe fix: Rename the file to “2018-06-26-weekly.md”]
~~~
`,
  },
  fixes: [{ title: 'Rename the file to', safe: false }],
  checkOutline: (context) => {
    const { fileName, template } = context;
    const patterns = template.options.fileNames;
    if (fileName === null || patterns.length === 0 || isAsPatternSays(fileName, template)) {
      return [];
    }
    const name = baseName(fileName);
    const forms = patterns.map(({ source }) => `“${source}”`).join(', ');
    return [
      {
        message: l10n.t('The file name “{0}” doesn’t match the pattern {1}', name, forms),
        range: datePlace,
        fixes: () => renameFix(fileName, context),
        departure: { line: 0, way: 'file-name', instead: titleShape(name) },
      },
    ];
  },
};

/** A space at the start or end matters in a name, and so does how a date is written. */
function isAsPatternSays(path: string, template: Template): boolean {
  const matched = matchPath(template.options.fileNames, path);
  const name = baseName(path);
  return (
    matched !== null &&
    name.trim() === name &&
    datesOf(matched.captures, template).every((date) => isToTheLetter(date, template))
  );
}

/** A day that doesn't exist is a matter of `invalid-date`. */
function isToTheLetter({ date, format, text, own }: WrittenDate, { options }: Template): boolean {
  if (date === null) return own;
  const right = formatDateIn(date, format, options.placeholders.locale);
  return right === null || right.toLowerCase() === text.toLowerCase();
}

/** Renames to the first pattern that leaves nothing else open and needs no other folder. */
function renameFix(path: string, { statedDate, template }: OutlineContext): Fix[] {
  if (statedDate === null) return [];
  const { locale } = template.options.placeholders;
  for (const { parts, depth } of template.options.fileNames) {
    const filled = fillPattern(parts, ({ name, format }) =>
      name === 'date' ? formatKnown(statedDate, format ?? defaultDateFormat, locale) : null,
    );
    const folders = path.split('/').slice(-depth, -1).join('/');
    const name = baseName(filled);
    const renamed = folders === '' ? name : `${folders}/${name}`;
    if (placeholdersIn(name).length === 0 && isAsPatternSays(renamed, template)) {
      return [
        {
          title: l10n.t('Rename the file to “{0}”', name),
          safe: false,
          edits: [],
          fileName: name,
        },
      ];
    }
  }
  return [];
}
