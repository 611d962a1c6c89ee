import * as l10n from '@vscode/l10n';
import { findFrontMatter, markLength } from '../markdown/front-matter-place.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import type { TemplateProblem } from './template.ts';

/** Returns a problem where a template begins with the keys of front matter that no `---` ends. */
export function unclosedFrontMatter(text: string): readonly TemplateProblem[] {
  const start = markLength(text);
  const [opening, key] = /^---[ \t]*(?:\r\n|\r|\n)([\w-]+):/.exec(text.slice(start)) ?? [];
  if (opening === undefined || key === undefined || findFrontMatter(text) !== null) return [];
  if (!Object.hasOwn(frontMatterSchema.properties, key)) return [];
  const end = start + (keyLines.exec(text.slice(start))?.[0].length ?? 0);
  const ending = lineEndingOf(text);
  const before = /[\r\n]$/.test(text.slice(0, end)) ? '' : ending;
  return [
    {
      rule: 'invalid-template',
      message: l10n.t('The front matter has no end: add a line “---” below its keys'),
      range: { start, end: start + 3 },
      fix: {
        title: l10n.t('Add “---”'),
        edits: [{ range: { start: end, end }, text: `${before}---${ending}` }],
      },
    },
  ];
}

/** The fence, and below it what is a key, a list item or indented, also after blank lines. */
const keyLines =
  /^---(?:[ \t]*(?:\r?\n|\r(?!\n)))+(?:(?:[\w-]+:|[ \t]+[^\s]|- )[^\r\n]*(?:(?:[ \t]*(?:\r?\n|\r(?!\n)))+(?=[\w-]+:|[ \t]+[^\s]|- )|\r?\n|\r(?!\n)|$))+/;
