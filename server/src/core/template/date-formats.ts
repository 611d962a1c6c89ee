import { tellsDay } from '../text/date-format.ts';
import { cachedByObject } from '../text/cached.ts';
import { defaultDateFormat, isDate, type Placeholder } from './placeholder.ts';
import type { TemplateSection } from './template-section.ts';
import type { Template } from './template.ts';
import { placeholdersOf } from './text-pattern.ts';

/** Returns the formats of whole days that a template uses, the ISO one first, without weekdays at their ends; the result is cached. */
export const dateFormatsOf = cachedByObject((template: Template): readonly string[] => {
  const own = [...linePlaceholders(template.preamble), ...template.sections.flatMap(placeholdersIn)]
    .filter(({ name }) => isDate(name))
    .map(({ format }) => (format ?? defaultDateFormat).replace(weekdayAtEnd, ''));
  return [...new Set([defaultDateFormat, ...own])].filter(
    (format) => tellsDay(format) && !format.replace(/\[[^\]]*\]/g, '').includes('d'),
  );
});

const weekdayAtEnd = /^d{3,4}[.,]*\s+|[.,]*\s+d{3,4}$/g;

function placeholdersIn(section: TemplateSection): readonly Placeholder[] {
  return [
    ...placeholdersOf(section.pattern.parts),
    ...linePlaceholders(section),
    ...section.children.flatMap(placeholdersIn),
  ];
}

function linePlaceholders({
  fields,
  dateLines,
}: Pick<TemplateSection, 'fields' | 'dateLines'>): readonly Placeholder[] {
  return [
    ...fields.flatMap(({ placeholders }) => placeholders),
    ...dateLines.map(({ search }) => search.placeholder),
  ];
}
