import * as l10n from '@vscode/l10n';
import type { Heading, OutlineHeading } from '../../minutes/heading.ts';
import type { Template } from '../../template/template.ts';
import { holdsUnfilled, isUnfilledText, unfilledPlaces } from '../../template/unfilled.ts';
import { formatKnown } from '../../text/calendar-date.ts';
import { sliceRange, type OffsetRange } from '../../text/offset-range.ts';
import { removeLines } from '../../text/remove-lines.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Fix } from '../finding.ts';
import type { OutlineContext, OutlineReport, RuleContext } from '../rule.ts';

/** Returns the reports on headings that still hold a placeholder or an open date, or are all open above their underline. */
export function reportUnfilledHeadings({
  match,
  template,
}: OutlineContext): readonly OutlineReport[] {
  return match.headings
    .filter((heading) => isAllOpen(heading, template) || holdsUnfilled(heading.text, template))
    .map((heading) => reportHeading(heading, template));
}

function isAllOpen({ style, text }: OutlineHeading, template: Template): boolean {
  return style === 'setext' && isUnfilledText(text, template);
}

function reportHeading(heading: OutlineHeading, template: Template): OutlineReport {
  const { text } = heading;
  const places = unfilledPlaces(text, template);
  const [first, last] = [places[0], places.at(-1)];
  if (isAllOpen(heading, template) || first === undefined || last === undefined) {
    return {
      message: l10n.t('“{0}” is not filled in', text),
      range: ({ match }) => match.headingOf(heading).contentRange,
    };
  }
  return {
    message: l10n.t('“{0}” is not filled in', text.slice(first.range.start, last.range.end)),
    range: ({ match, minutes }) =>
      rangeBetween(first.text, last.text, match.headingOf(heading).contentRange, minutes.text),
    fixes: (context) => {
      const { headings } = context.minutes;
      const own = context.match.headingOf(heading);
      return fixesOf(own, headings[headings.indexOf(own) + 1], context);
    },
  };
}

/** Returns where a heading's content has two texts and what is between them; all of it where markup hides them. */
function rangeBetween(
  first: string,
  last: string,
  content: OffsetRange,
  text: string,
): OffsetRange {
  const source = sliceRange(text, content);
  const start = content.start + Math.max(source.indexOf(first), 0);
  const end = content.start + source.lastIndexOf(last) + last.length;
  return start < end && end <= content.end ? { start, end } : content;
}

/** Writes the date where that is all that is open, else removes the heading if it holds nothing. */
function fixesOf(heading: Heading, next: Heading | undefined, context: RuleContext): Fix[] {
  return [...dateFix(heading, context), ...removal(heading, next, context)].slice(0, 1);
}

function dateFix(
  { text, contentRange }: Heading,
  { template, minutes, statedDate }: RuleContext,
): Fix[] {
  if (statedDate === null) return [];
  const source = minutes.text.slice(contentRange.start, contentRange.end);
  const edits = unfilledPlaces(source, template).flatMap(({ range, dateFormat }): TextEdit[] => {
    if (dateFormat === null) return [];
    const text = formatKnown(statedDate, dateFormat, template.options.placeholders.locale);
    if (text === null) return [];
    const start = contentRange.start + range.start;
    const end = contentRange.start + range.end;
    return [{ range: { start, end }, text }];
  });
  const [first] = edits;
  if (first === undefined || edits.length !== unfilledPlaces(text, template).length) return [];
  return [{ title: l10n.t('Fill in the date “{0}”', first.text), safe: false, edits }];
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
      title: l10n.t('Remove the heading “{0}”', heading.text),
      safe: false,
      edits: [removeLines(text, heading.range, markdown.lines)],
    },
  ];
}
