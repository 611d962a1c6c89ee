import type { Heading } from '../minutes/heading.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { isNamed } from './heading-match.ts';
import { namedBy, type Recognizer } from './recognize-heading.ts';

/**
 * Returns the headings that may be sections: all ATX headings, and setext headings that the template has by name, or by a slip of one,
 * or that the minutes begin with at the level of the template’s title.
 */
export function sectionHeadings(
  headings: readonly Heading[],
  template: Template,
  recognizer: Recognizer,
): readonly Heading[] {
  if (headings.every(({ style }) => style !== 'setext')) return headings;
  const first = titleAt(headings, template, recognizer);
  return headings.filter((heading) => {
    // A bold line is among the headings only where the template has it.
    if (heading.style !== 'setext' || heading === first) return true;
    return sectionsNamed(heading, recognizer).length > 0 && !isTypedItem(heading.source);
  });
}

/** Returns the first heading where it is underlined as a title, and neither a section nor followed by the title. */
function titleAt(
  headings: readonly Heading[],
  template: Template,
  recognizer: Recognizer,
): Heading | null {
  const [first, ...others] = headings;
  const title = template.sections.find(({ kind }) => kind === 'title');
  if (first?.style !== 'setext' || first.depth !== 1 || title?.depth !== 1) return null;
  const isTitle = (heading: Heading): boolean =>
    sectionsNamed(heading, recognizer).includes(title) || isTopmost(heading);
  const isOther = sectionsNamed(first, recognizer).some((section) => section !== title);
  return isOther || others.some(isTitle) ? null : first;
}

function isTopmost({ style, depth }: Heading): boolean {
  return style === 'atx' && depth === 1;
}

/** Returns the sections that a heading names as it is written or by a slip. */
function sectionsNamed({ text }: Heading, { recognize }: Recognizer): readonly TemplateSection[] {
  const recognition = recognize(text);
  return [...namedBy(recognition), ...recognition.fits.filter(isNamed), ...recognition.slips];
}

/** Someone who begins a list types a hyphen below a line of text. */
function isTypedItem(source: string): boolean {
  return /[\r\n][ \t]*-[ \t]*$/.test(source);
}
