import { formatKnown } from '../text/calendar-date.ts';
import {
  defaultDateFormat,
  placeholdersIn,
  type Placeholder,
  type PlaceholderContext,
} from './placeholder.ts';
import type { Template } from './template.ts';
import { teamText, type WrittenTeam } from './team-text.ts';
import type { TemplateSection } from './template-section.ts';

/**
 * Returns a section as new minutes start with it: heading, starting content and required sections,
 * with the meeting's date, an ISO date or month, filled in as far as it is known. Sections in `present` are left out;
 * `teams` are what there is of a section of teams, and `shift` is how much deeper than in the template the headings are.
 */
export function sectionText(
  section: TemplateSection,
  template: Template,
  date: string | null,
  present: ReadonlySet<TemplateSection> = new Set(),
  teams: (section: TemplateSection) => readonly string[] = () => [],
  shift = 0,
): string {
  const heading = headingLine(section, headingText(section, template, date), template, shift);
  const body = fillPlaceholders(section.body, date, template.options.placeholders).trim();
  const children = section.children.flatMap((child) => {
    if (child.team !== null) return teams(child);
    const count = child.required && !present.has(child) ? Math.max(1, child.repeat.min) : 0;
    const text = count === 0 ? '' : sectionText(child, template, date, present, teams, shift);
    return Array.from({ length: count }, () => text);
  });
  return [heading, body, ...children].filter((part) => part !== '').join('\n\n');
}

/** Returns a team's section as new minutes start with it, with the sections that it has to have. */
export function teamSectionText(
  section: TemplateSection,
  team: WrittenTeam,
  template: Template,
  date: string | null,
  shift = 0,
): string {
  const isExample = section.examples.some(({ team: name }) => name === team.name);
  const below = isExample ? [] : section.children.filter(({ required }) => required);
  const { placeholders } = template.options;
  return [
    fillPlaceholders(
      teamText({ ...section, depth: shiftedDepth(section, shift) }, team),
      date,
      placeholders,
    ),
    ...below.flatMap((child) =>
      Array.from({ length: Math.max(1, child.repeat.min) }, () =>
        sectionText(child, template, date, new Set(), () => [], shift),
      ),
    ),
  ].join('\n\n');
}

/** Returns the line of a section's heading with a text, as new minutes write it: marked, or bold as in the template. */
export function headingLine(
  section: TemplateSection,
  text: string,
  template: Template,
  shift = 0,
): string {
  if (section.style !== 'bold') return `${'#'.repeat(shiftedDepth(section, shift))} ${text}`;
  const { range, contentRange } = section;
  const before = template.text.slice(range.start, contentRange.start);
  const after = template.text.slice(contentRange.end, range.end);
  return `${before}${text}${after.replace(/[ \t]*<!--[^]*$/, '')}`;
}

function shiftedDepth({ depth }: TemplateSection, shift: number): number {
  return Math.min(6, Math.max(1, depth + shift));
}

/** Returns a section's heading as new minutes write it, with the template's own markup. */
export function headingText(
  section: TemplateSection,
  template: Template,
  date: string | null,
): string {
  const source = template.text.slice(section.contentRange.start, section.contentRange.end);
  const written = section.kind === 'title' ? section.pattern.source : source;
  return fillPlaceholders(written, date, template.options.placeholders);
}

/** Returns a text with the placeholders filled in that the meeting’s date answers, where it is known. */
export function fillPlaceholders(
  text: string,
  date: string | null,
  { locale }: Pick<PlaceholderContext, 'locale'>,
): string {
  let result = '';
  let end = 0;
  for (const { placeholder, start, end: next } of placeholdersIn(text)) {
    result +=
      text.slice(end, start) + (valueOf(placeholder, date, locale) ?? text.slice(start, next));
    end = next;
  }
  return result + text.slice(end);
}

function valueOf(
  { name, format }: Placeholder,
  date: string | null,
  locale: string,
): string | null {
  if (date === null) return null;
  if (name === 'date') return formatKnown(date, format ?? defaultDateFormat, locale);
  return name === 'weekday' ? formatKnown(date, 'dddd', locale) : null;
}
