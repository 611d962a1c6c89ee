import type { Heading } from '../minutes/heading.ts';
import { isUnfilledText, unfilledPlaces } from '../template/unfilled.ts';
import { formatDate } from '../text/calendar-date.ts';
import { removeLines } from '../text/remove-lines.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Fix } from './finding.ts';
import type { Report, RuleContext } from './rule.ts';

/** Returns the report on a heading that still holds a placeholder or an open date, if it does. */
export function reportUnfilledHeading(index: number, context: RuleContext): readonly Report[] {
  const heading = context.minutes.headings[index];
  if (heading === undefined) return [];
  const { text, contentRange, style } = heading;
  const isUnfilled = style === 'setext' && isUnfilledText(text, context.template);
  const places = unfilledPlaces(text, context.template);
  if (!isUnfilled && places.length === 0) return [];
  const report = { message: `“${text}” is not filled in`, range: contentRange, related: [] };
  const [first, last] = [places[0], places.at(-1)];
  if (isUnfilled || first === undefined || last === undefined) return [{ ...report, fixes: [] }];
  const open = text.slice(first.range.start, last.range.end);
  const source = context.minutes.text.slice(contentRange.start, contentRange.end);
  const start = contentRange.start + Math.max(source.indexOf(first.text), 0);
  const end = contentRange.start + source.lastIndexOf(last.text) + last.text.length;
  return [
    {
      ...report,
      message: `“${open}” is not filled in`,
      range: start < end && end <= contentRange.end ? { start, end } : contentRange,
      fixes: fixesOf(heading, context.minutes.headings[index + 1], context),
    },
  ];
}

/** Writes the date where that is all that is open, else removes the heading if it holds nothing. */
function fixesOf(heading: Heading, next: Heading | undefined, context: RuleContext): Fix[] {
  return [...dateFix(heading, context), ...removal(heading, next, context)].slice(0, 1);
}

function dateFix({ text, contentRange }: Heading, { template, minutes, date }: RuleContext): Fix[] {
  if (date === null) return [];
  const source = minutes.text.slice(contentRange.start, contentRange.end);
  const edits = unfilledPlaces(source, template).flatMap(({ range, dateFormat }): TextEdit[] => {
    if (dateFormat === null) return [];
    const start = contentRange.start + range.start;
    const end = contentRange.start + range.end;
    return [{ range: { start, end }, text: formatDate(date, dateFormat) }];
  });
  const [first] = edits;
  if (first === undefined || edits.length !== unfilledPlaces(text, template).length) return [];
  return [{ title: `Write the date “${first.text}”`, safe: false, edits }];
}

function removal(
  heading: Heading,
  next: Heading | undefined,
  { match, minutes: { text, markdown } }: RuleContext,
): Fix[] {
  const isSection = match.sections.some(({ section }) => section.heading === heading);
  const isEmpty = text.slice(heading.range.end, next?.range.start).trim() === '';
  if (isSection || !isEmpty || (next !== undefined && next.depth > heading.depth)) return [];
  return [
    {
      title: `Remove the heading “${heading.text}”`,
      safe: false,
      edits: [removeLines(text, heading.range, markdown.lines)],
    },
  ];
}
