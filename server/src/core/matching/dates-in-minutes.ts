import type { Heading } from '../minutes/heading.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { DateLine, TemplateField } from '../template/template-field.ts';
import { isDate } from '../template/placeholder.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { placeholdersOf, type TextPattern } from '../template/text-pattern.ts';
import { sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { cachedByObject } from '../text/cached.ts';
import { readWrittenFrontMatter } from './front-matter-match.ts';
import { linesIn, matchFields } from './field-match.ts';
import { indexOfHeading, sectionPaths, type SectionPath } from './heading-by-name.ts';
import { openPatterns } from './heading-match.ts';
import { datesOf, writtenDates, type WrittenDate } from './written-date.ts';

/** A date with its place in minutes. */
export interface PlacedDate extends WrittenDate {
  readonly place: 'front-matter' | 'title' | 'heading' | 'field' | 'line';
  /** The label of a field. */
  readonly label: string | null;
  /** Returns where it is in the minutes. */
  readonly range: () => OffsetRange;
}

/** What dates are looked for in: the headings, and the whole where they don't suffice. */
export interface DatedText {
  readonly headings: () => readonly Heading[];
  readonly minutes: () => Minutes;
}

/** Returns the heading of a section, by its path; null where there is none. */
export type FindHeading = (path: SectionPath, headings: readonly Heading[]) => Heading | null;

const byName: FindHeading = (path, headings) => headings[indexOfHeading(path, headings)] ?? null;

/**
 * Returns the dates of the meeting that minutes write where the template has them, the most trusted first;
 * without a match headings are found by name.
 */
export function datesIn(
  text: DatedText,
  template: Template,
  find: FindHeading = byName,
): readonly PlacedDate[] {
  const { title, headings, texts } = datePlaces(template);
  return [
    ...frontMatterDates(text, template),
    ...(title === null ? [] : titleDates(text, title, template)),
    ...headings.flatMap((path) => headingDates(text, path, template, find)),
    ...texts.flatMap((part) => textDates(text, part, template, find)),
  ].filter(({ name }) => name === 'date');
}

/** Returns the dates of the front matter where the template has them; other days, too. */
export function frontMatterDates(
  { minutes }: Pick<DatedText, 'minutes'>,
  template: Template,
): readonly PlacedDate[] {
  const dated = template.options.frontMatter.filter(({ pattern }) => hasDate(pattern));
  if (dated.length === 0) return [];
  const read = minutes();
  const keys = readWrittenFrontMatter(read)?.keys ?? [];
  return dated.flatMap(({ key, pattern }) => {
    const written = keys.find((each) => each.key === key);
    if (pattern === null || written === undefined || written.text === null) return [];
    return writtenDates(pattern, written.text, template).map((date): PlacedDate => ({
      ...date,
      place: 'front-matter',
      label: key,
      range: () => rangeWithin(written.range, date.text, read.text),
    }));
  });
}

function hasDate(pattern: TextPattern | null): boolean {
  return placeholdersOf(pattern?.parts ?? []).some(({ name }) => isDate(name));
}

/** Where a template has dates of the meeting. */
interface DatePlaces {
  readonly title: TemplateSection | null;
  readonly headings: readonly SectionPath[];
  /** Parts whose text has some; the section is null for what precedes the first heading. */
  readonly texts: readonly TextPart[];
}

interface TextPart {
  readonly path: SectionPath | null;
  readonly fields: readonly TemplateField[];
  readonly dateLines: readonly DateLine[];
}

const datePlaces = cachedByObject((template: Template): DatePlaces => {
  const paths = sectionPaths(template.sections, isOnceInMinutes);
  const parts = [
    { path: null, ...template.preamble },
    ...paths.map((path) => ({
      path,
      fields: path.section.fields,
      dateLines: path.section.dateLines,
    })),
  ];
  return {
    title: paths.find(({ section }) => section.kind === 'title')?.section ?? null,
    headings: paths.filter(
      ({ section }) =>
        section.kind === 'section' &&
        openPatterns(section).some(({ source }) => source.includes('{date')),
    ),
    texts: parts
      .map((part) => ({
        path: part.path,
        fields: part.fields.filter(isDated),
        dateLines: part.dateLines.filter(({ search }) => search.placeholder.name === 'date'),
      }))
      .filter(({ fields, dateLines }) => fields.length + dateLines.length > 0),
  };
});

/** A date in what repeats is any day. */
function isOnceInMinutes({ repeat, team }: TemplateSection): boolean {
  return repeat.max <= 1 && team === null;
}

function isDated({ searches }: TemplateField): boolean {
  return searches.some(({ placeholder }) => placeholder.name === 'date');
}

/** The title is the first heading of its level. */
function titleDates(
  { headings, minutes }: DatedText,
  title: TemplateSection,
  template: Template,
): PlacedDate[] {
  const heading = headings().find(({ depth }) => depth === title.depth);
  return heading === undefined ? [] : datesInHeading(heading, title, 'title', template, minutes);
}

function headingDates(
  { headings, minutes }: DatedText,
  path: SectionPath,
  template: Template,
  find: FindHeading,
): PlacedDate[] {
  const heading = find(path, headings());
  return heading === null
    ? []
    : datesInHeading(heading, path.section, 'heading', template, minutes);
}

/** Returns the dates of a heading that is a section's, where they are in the minutes. */
export function datesInHeading(
  heading: Heading,
  section: TemplateSection,
  place: PlacedDate['place'],
  template: Template,
  minutes: () => Pick<Minutes, 'text'>,
): PlacedDate[] {
  return datesOfHeading(heading.text, section, template).map((written) => ({
    ...written,
    place,
    label: null,
    range: () => rangeWithin(heading.contentRange, written.text, minutes().text),
  }));
}

/** An alias may have the date elsewhere than the name. */
function datesOfHeading(
  text: string,
  section: TemplateSection,
  template: Template,
): readonly WrittenDate[] {
  const texts = section.meeting ? startsOf(text) : [text];
  const all = texts
    .flatMap((each) =>
      openPatterns(section).map((pattern) => writtenDates(pattern, each, template)),
    )
    .filter((dates) => dates.length > 0);
  return all.find((dates) => dates.every(({ own, date }) => own && date !== null)) ?? all[0] ?? [];
}

/** Returns a heading’s text and each of its beginnings, the longest first: after what the template has, a meeting may have more words in its heading. */
function startsOf(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  return words.map((_, index) => words.slice(0, words.length - index).join(' '));
}

/** Returns where a text is in a part of the minutes; the whole part where markup parts it. */
function rangeWithin(part: OffsetRange, written: string, text: string): OffsetRange {
  const index = sliceRange(text, part).indexOf(written);
  const start = part.start + index;
  return index === -1 ? part : { start, end: start + written.length };
}

function textDates(
  { headings, minutes }: DatedText,
  { path, fields, dateLines }: TextPart,
  template: Template,
  find: FindHeading,
): readonly PlacedDate[] {
  const all = headings();
  const heading = path === null ? null : find(path, all);
  const index = heading === null ? -1 : all.indexOf(heading);
  if (path !== null && index === -1) return [];
  const read = minutes();
  const range = {
    start: path === null ? 0 : (all[index]?.range.end ?? 0),
    end: all[index + 1]?.range.start ?? read.text.length,
  };
  return datesInText({ fields, dateLines }, read, range, template);
}

/** Returns the dates in a range of minutes, in the fields and lines where a part of the template has them. */
export function datesInText(
  { fields, dateLines }: Pick<TextPart, 'fields' | 'dateLines'>,
  minutes: Minutes,
  range: OffsetRange,
  template: Template,
): readonly PlacedDate[] {
  return [
    ...fieldDates(fields, minutes, range, template),
    ...lineDates(dateLines, minutes, range, template),
  ];
}

/** Returns whether a section of a template has dates in its heading or its text; remembers it. */
export function hasDates(section: TemplateSection): boolean {
  return sectionHasDates(section).any;
}

const sectionHasDates = cachedByObject((section: TemplateSection) => ({
  any:
    section.dateLines.length > 0 ||
    [
      ...openPatterns(section).flatMap(({ parts }) => placeholdersOf(parts)),
      ...section.fields.flatMap(({ placeholders }) => placeholders),
    ].some(({ name }) => isDate(name)),
}));

function fieldDates(
  fields: readonly TemplateField[],
  minutes: Minutes,
  range: OffsetRange,
  template: Template,
): PlacedDate[] {
  return matchFields(fields, minutes, range).flatMap(({ field, line }) => {
    if (line?.label === undefined || line.label === null) return [];
    const { value, valueStart, name } = line.label;
    const found = field.searches.flatMap(({ find }) => find(value) ?? []);
    return datesOf(found, template).map((written): PlacedDate => {
      const start = line.range.start + valueStart + written.start;
      const place = { start, end: start + written.text.length };
      return { ...written, place: 'field', label: name, range: () => place };
    });
  });
}

function lineDates(
  dateLines: readonly DateLine[],
  minutes: Minutes,
  range: OffsetRange,
  template: Template,
): PlacedDate[] {
  if (dateLines.length === 0) return [];
  const lines = linesIn(minutes, range);
  return dateLines.flatMap(({ depth, search }) => {
    for (const line of lines) {
      const found = line.depth === depth ? search.findAtStart(line.text) : null;
      if (found === null) continue;
      return datesOf([found], template).map((written): PlacedDate => {
        const start = line.range.start + written.start;
        const place = { start, end: start + written.text.length };
        return { ...written, place: 'line', label: null, range: () => place };
      });
    }
    return [];
  });
}
