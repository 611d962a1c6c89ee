import { literalNames } from '../../matching/heading-match.ts';
import type { MissingSection, TemplateMatch } from '../../matching/template-match.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import type { Section } from '../../minutes/outline.ts';
import { looseForm } from '../../text/closest.ts';

/**
 * Returns the heading beside an absent section that the template doesn't know and that may be it:
 * it begins with the section's name, or begins as the name does and shares at least half of the words; null where there is none.
 */
export function akinHeading(
  { expected, parent }: MissingSection,
  { unexpected, sections }: TemplateMatch,
): Section | null {
  const container = sections.find(({ section }) => section === parent)?.expected ?? null;
  const names = literalNames(expected).map(wordsOf);
  const akin = unexpected.find((each) => {
    const words = each.parent === container ? wordsOf(each.section.heading.text) : [];
    return names.some((name) => areAkin(words, name));
  });
  return akin?.section ?? null;
}

/** Returns whether a heading begins with the whole name of a section. */
export function beginsWithName({ heading }: Section, expected: TemplateSection): boolean {
  const words = wordsOf(heading.text);
  return literalNames(expected)
    .map(wordsOf)
    .some((name) => name.length > 0 && beginsWith(words, name));
}

function beginsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, index) => words[index] === word);
}

function areAkin(words: readonly string[], name: readonly string[]): boolean {
  const [first] = name;
  if (first === undefined || first !== words[0]) return false;
  if (beginsWith(words, name)) return true;
  const shared = name.filter((word) => words.includes(word)).length;
  return shared > 1 && shared * 2 >= Math.max(words.length, name.length);
}

function wordsOf(text: string): readonly string[] {
  return looseForm(text)
    .split(' ')
    .filter((word) => word !== '');
}
