import * as l10n from '@vscode/l10n';
import type { Html, RootContent } from 'mdast';
import type { Heading } from '../minutes/heading.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { noRefinements, readRefinements, type Refinements } from './refinements.ts';
import type { TemplateProblem } from './template.ts';

/** A heading of a template with what its comments say, and what is below it up to the next heading. */
export interface TemplateHeading {
  readonly heading: Heading;
  readonly refinements: Refinements;
  readonly help: string | null;
  readonly message: string | null;
  /** Headers that a table of the section may have besides the template's own. */
  readonly otherHeaders: readonly (readonly string[])[];
  readonly bodyRange: OffsetRange;
  /** The body without the comments that speak to the language. */
  readonly body: string;
  readonly problems: readonly TemplateProblem[];
}

/** The most headings that a template may have. */
export const mostHeadings = 1000;

/** Returns the template's headings with what their comments say; those after the first thousand are left out. */
export function readTemplateHeadings(template: Minutes): readonly TemplateHeading[] {
  return template.headings.slice(0, mostHeadings).map((heading, index) => {
    const end = template.headings[index + 1]?.range.start ?? template.text.length;
    return readTemplateHeading(template, heading, { start: heading.range.end, end });
  });
}

/** Returns the problem that a template has more headings than are read. */
export function tooManyHeadings({ headings }: Minutes): readonly TemplateProblem[] {
  const first = headings[mostHeadings];
  if (first === undefined) return [];
  const message = l10n.t('A template may have {0} headings at most', mostHeadings);
  return [{ rule: 'invalid-template', message, range: first.range, fix: null }];
}

interface Comment {
  readonly content: string;
  readonly contentStart: number;
  /** The whole comment. */
  readonly range: OffsetRange;
}

function readTemplateHeading(
  template: Minutes,
  heading: Heading,
  bodyRange: OffsetRange,
): TemplateHeading {
  const blocks = blocksIn(template, bodyRange);
  const below = blocks.flatMap(({ node, range }) =>
    node.type === 'html' ? commentsIn(node, range.start) : [],
  );
  const onHeading = heading
    .node()
    .children.flatMap((node) =>
      node.type === 'html' ? commentsIn(node, inlineStart(heading, node)) : [],
    );
  const directlyBelow = below.filter(({ range }) =>
    /^[^\n]*\n$/.test(template.text.slice(heading.range.end, range.start).replace(/\r/g, '')),
  );
  const read = [...onHeading, ...directlyBelow].flatMap((comment) => {
    const result = readRefinements(comment.content, comment.contentStart);
    return result === null ? [] : [{ comment, ...result }];
  });
  const texts = [...onHeading, ...below].flatMap((comment) => readText(comment) ?? []);
  const spoken = [
    ...read.map(({ comment }) => comment),
    ...texts.map(({ comment }) => comment),
  ].map(({ range }) => range);
  return {
    heading,
    refinements: mergeRefinements(read.map(({ refinements }) => refinements)),
    help: texts.find(({ key }) => key === 'help')?.value ?? null,
    message: texts.find(({ key }) => key === 'message')?.value ?? null,
    otherHeaders: texts.flatMap(({ key, value }) =>
      key === 'header' ? [value.split('|').map((cell) => cell.trim())] : [],
    ),
    bodyRange,
    body: removeRanges(template.text, bodyRange, spoken),
    problems: read.flatMap(({ problems }) =>
      problems.map(({ message, range, near }): TemplateProblem => ({
        rule: 'invalid-template',
        message,
        range,
        fix:
          near === null
            ? null
            : { title: l10n.t('Replace with “{0}”', near), edits: [{ range, text: near }] },
      })),
    ),
  };
}

/** Finds the comments of an HTML node; what follows a comment on its line is text. */
function commentsIn(node: Html, start: number): Comment[] {
  return [...node.value.matchAll(/<!--([^]*?)-->/g)].map((match) => ({
    content: match[1] ?? '',
    contentStart: start + match.index + '<!--'.length,
    range: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

/** Places an inline node of a heading in the document. */
function inlineStart(heading: Heading, node: RootContent): number {
  const offset = node.position?.start.offset ?? 0;
  return heading.range.start + offset - (heading.node().position?.start.offset ?? 0);
}

function readText(
  comment: Comment,
): { comment: Comment; key: 'help' | 'message' | 'header'; value: string } | null {
  const match = /^\s*(help|message|header):\s*([^]*?)\s*$/.exec(comment.content);
  const key = match?.[1];
  if (key !== 'help' && key !== 'message' && key !== 'header') return null;
  return { comment, key, value: match?.[2] ?? '' };
}

function mergeRefinements(all: readonly Partial<Refinements>[]): Refinements {
  const aliases = all.flatMap((refinements) => refinements.aliases ?? []);
  const merged = all.reduce<Partial<Refinements>>((sum, own) => ({ ...sum, ...own }), {});
  const aliasRanges = all.flatMap((refinements) => refinements.aliasRanges ?? []);
  return { ...noRefinements, ...merged, aliases, aliasRanges };
}

/** Returns the text of a range without some of its parts, and without the lines that these leave empty. */
function removeRanges(
  text: string,
  { start, end }: OffsetRange,
  removed: readonly OffsetRange[],
): string {
  let result = '';
  let from = start;
  for (const range of [...removed].sort((a, b) => a.start - b.start)) {
    if (range.start < from || range.end > end) continue;
    const before = text.slice(from, range.start);
    const alone =
      /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(range.end));
    result += alone ? before.replace(/[ \t]*$/, '') : before;
    from = alone
      ? range.end + (/^[ \t]*\r?\n?/.exec(text.slice(range.end))?.[0].length ?? 0)
      : range.end;
  }
  return result + text.slice(from, end);
}
