import { boldLinesIn, withBoldHeadings } from '../minutes/bold-lines.ts';
import type { Heading } from '../minutes/heading.ts';
import type { Minutes } from '../minutes/read-minutes.ts';

/** Returns a template with its bold lines that a comment says are sections among the headings, one level below the heading that they follow. */
export function withBoldSections(template: Minutes): Minutes {
  const lines = boldLinesIn(template).flatMap((line): Heading[] => {
    if (!isSection(line, template.text)) return [];
    const above = template.headings.findLast(({ range }) => range.start < line.range.start);
    return [{ ...line, depth: Math.min(6, (above?.depth ?? 1) + 1) }];
  });
  return lines.length === 0 ? template : withBoldHeadings(template, lines);
}

/** Tells whether a comment beside a line, or alone on the line below, begins with or has “section” among its refinements. */
function isSection({ range }: Heading, text: string): boolean {
  const line = text.slice(range.start, range.end);
  const below = /^[ \t]*\r?\n[ \t]*(<!--[^]*?-->)[ \t]*(?:\r?\n|$)/.exec(
    text.slice(range.end),
  )?.[1];
  return [...`${line}${below ?? ''}`.matchAll(/<!--([^]*?)-->/g)].some(([, content = '']) =>
    content.split(';').some((clause) => clause.trim() === 'section'),
  );
}
