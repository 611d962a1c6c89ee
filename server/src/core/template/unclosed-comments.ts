import * as l10n from '@vscode/l10n';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { mostHeadings } from './template-heading.ts';
import type { TemplateProblem } from './template.ts';

/**
 * Returns a problem for each `<!--` of a template that has no `-->` on its heading,
 * or that takes in what follows up to the end of another comment or of the file.
 */
export function unclosedComments(template: Minutes): readonly TemplateProblem[] {
  return [...inHeadings(template), ...inBlocks(template)].map((start) =>
    problemAt(template, start),
  );
}

function inHeadings({ headings, text }: Minutes): readonly number[] {
  return headings.slice(0, mostHeadings).flatMap((heading) => {
    if (!text.slice(heading.range.start, heading.range.end).includes('<!--')) return [];
    const isOpen = heading
      .node()
      .children.some((node) => node.type === 'text' && node.value.includes('<!--'));
    const start = text.lastIndexOf('<!--', heading.range.end);
    return isOpen && start >= heading.range.start ? [start] : [];
  });
}

function inBlocks(template: Minutes): readonly number[] {
  if (!template.text.includes('<!--')) return [];
  const end = template.headings[mostHeadings]?.range.start ?? template.text.length;
  return blocksIn(template, { start: 0, end }).flatMap(({ node, range }) => {
    if (node.type !== 'html') return [];
    const comment = /<!--((?:(?!-->)[^])*)(-->)?/.exec(node.value);
    if (comment === null) return [];
    const [, content = '', closing] = comment;
    return closing === undefined || takesInAnother.test(content)
      ? [range.start + comment.index]
      : [];
  });
}

/** A comment that begins on a later line; on its own line, the end is that of both. */
const takesInAnother = /[\r\n][^]*<!--/;

function problemAt({ text }: Minutes, start: number): TemplateProblem {
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  const end = start + line.trimEnd().length;
  const broken = /[ \t]*(?:--|-?>)?$/.exec(text.slice(start + '<!--'.length, end))?.[0].length ?? 0;
  const closesHere = end - broken > start + '<!--'.length;
  return {
    rule: 'invalid-template',
    message: l10n.t('The comment has no end: close it with “-->”'),
    range: { start, end },
    fix: closesHere
      ? {
          title: l10n.t('Close the comment'),
          edits: [{ range: { start: end - broken, end }, text: ' -->' }],
        }
      : null,
  };
}
