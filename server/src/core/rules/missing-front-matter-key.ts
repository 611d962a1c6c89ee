import * as l10n from '@vscode/l10n';
import { readWrittenFrontMatter } from '../matching/front-matter-match.ts';
import type { FrontMatterKey } from '../template/front-matter-key.ts';
import { frontMatterLine } from '../template/minutes-front-matter.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds keys that the front matter of minutes lacks. */
export const missingFrontMatterKey: MinutesRule = {
  id: 'missing-front-matter-key',
  summary: 'The front matter lacks a key that the template requires',
  severity: 'warning',
  structural: true,
  docs: {
    finds: `
The template’s key \`front-matter\` holds what the front matter of minutes has to have.
A key that ends with \`?\` may be absent; keys that the template doesn’t have are free.
`,
    why: `
Site generators publish, sort and lay out minutes by their front matter.
`,
    repair: `
**Insert** writes the key with the template’s value, and with the date where that is known.
`,
    examples: `
~~~template.md
---
minutes-template: 1
front-matter:
  layout: minutes
  date: "{date}"
---

# Weekly {date}
~~~

~~~2018-06-26.md
---
^^^ missing-front-matter-key: The front matter lacks the key “date” [fix: Insert “date”]
layout: minutes
---

# Weekly 2018-06-26
~~~

~~~fixed
---
layout: minutes
date: 2018-06-26
---

# Weekly 2018-06-26
~~~
`,
  },
  fixes: [{ title: 'Insert', safe: true }],
  check: (context) => {
    const { minutes, template } = context;
    const required = template.options.frontMatter.filter(({ optional }) => !optional);
    if (required.length === 0) return [];
    if (minutes.frontMatter === null) {
      return /^\uFEFF?\+\+\+[ \t]*[\r\n]/.test(minutes.text) ? [] : [reportAll(required, context)];
    }
    const written = readWrittenFrontMatter(minutes);
    if (written === null) return [];
    return required
      .filter(({ key }) => !written.keys.some((other) => other.key === key))
      .map((missing) => reportKey(missing, written.end, context));
  },
};

function reportKey(missing: FrontMatterKey, offset: number, context: RuleContext): Report {
  const { text, frontMatter } = context.minutes;
  const start = frontMatter?.start ?? 0;
  const line = lineOf(missing, context);
  const eol = lineEndingOf(text);
  return {
    message: l10n.t('The front matter lacks the key “{0}”', missing.key),
    range: { start, end: start + '---'.length },
    related: [],
    fixes:
      line === null
        ? []
        : [
            {
              title: l10n.t('Insert “{0}”', missing.key),
              safe: true,
              edits: [{ range: { start: offset, end: offset }, text: line + eol }],
            },
          ],
  };
}

function reportAll(missing: readonly FrontMatterKey[], context: RuleContext): Report {
  const { text } = context.minutes;
  const eol = lineEndingOf(text);
  const offset = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = missing.flatMap((key) => lineOf(key, context) ?? []);
  const block = ['---', ...lines, '---', '', ''].join(eol);
  return {
    message: l10n.t(
      'The minutes lack front matter with {0}',
      missing.map(({ key }) => `“${key}”`).join(', '),
    ),
    range: { start: offset, end: offset },
    related: [],
    fixes:
      lines.length < missing.length
        ? []
        : [
            {
              title: l10n.t('Insert the front matter'),
              safe: true,
              edits: [{ range: { start: offset, end: offset }, text: block }],
            },
          ],
  };
}

/** Returns the line of a key; null where its value can't be computed. */
function lineOf(key: FrontMatterKey, { statedDate, template }: RuleContext): string | null {
  const line = frontMatterLine(key, statedDate, template.options.placeholders);
  return placeholdersIn(line).length > 0 ? null : line;
}
