import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../minutes/plain-text.ts';
import { allSections } from '../../matching/heading-match.ts';
import { matchPattern } from '../../template/text-pattern.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { normalizeText } from '../../text/normalize-text.ts';

/**
 * Returns blocks of a whole document as the template's sections: its title first, headings that name a
 * section at that section's level, and all others below the section that holds free ones.
 */
export function arrangeSections(
  blocks: readonly RootContent[],
  template: Matcher,
): readonly RootContent[] {
  const title = template.sections.find(({ kind }) => kind === 'title');
  const titleIndex = blocks.findIndex(
    (node) => title !== undefined && textOf(node) !== '' && isTitle(title, template, node),
  );
  const titled = blocks[titleIndex];
  const rest = blocks.filter((_, index) => index !== titleIndex);
  return [
    ...(titled === undefined || title === undefined ? [] : [headingOf(titled, title.depth)]),
    ...placeHeadings(rest, template),
  ];
}

function isTitle(title: TemplateSection, template: Matcher, node: RootContent): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const needsMore = title.pattern.parts.some((part) =>
    part.kind === 'literal'
      ? /\p{L}/u.test(part.text)
      : part.kind === 'placeholder' && part.placeholder.name === 'date',
  );
  if (needsMore) return matchPattern(title.pattern, textOf(node)) !== null;
  return node.type === 'heading' && node.depth === 1 && sectionNamed(template, node) === null;
}

/** Gives each heading the level that it has in the template, or that of the free sections it is among. */
function placeHeadings(blocks: readonly RootContent[], template: Matcher): RootContent[] {
  const free = allSections(template).find(({ children }) => children.some(isFree));
  let parent: TemplateSection | null = null;
  return blocks.flatMap((node): RootContent[] => {
    const named = sectionNamed(template, node);
    if (named !== null) {
      parent = named.section;
      return [heading(named.section.depth, named.name), ...named.rest];
    }
    if (node.type !== 'heading') return [node];
    const opened: RootContent[] =
      parent === null && free !== undefined ? [heading(free.depth, [text(free.name)])] : [];
    parent ??= free ?? null;
    return [...opened, headingOf(node, (parent?.depth ?? 1) + 1)];
  });
}

/** A section of any text, of which there may be many. */
function isFree({ pattern, repeat, kind }: TemplateSection): boolean {
  return repeat.max > 1 && kind === 'section' && pattern.literal === null;
}

/** Finds the section that a heading names with its first words; what it says more goes below it. */
function sectionNamed(
  template: Matcher,
  node: RootContent,
): { section: TemplateSection; name: PhrasingContent[]; rest: RootContent[] } | null {
  if (node.type !== 'heading') return null;
  const own = textOf(node);
  for (const section of allSections(template)) {
    if (section.kind !== 'section' || isFree(section)) continue;
    if (section.keys.includes(normalizeText(own)))
      return { section, name: [...node.children], rest: [] };
    const names = [section.name, ...section.aliases];
    const name = names.find((each) => /^\s*[(:–—-]/.test(restOf(own, each) ?? ''));
    if (name !== undefined) {
      const rest = (restOf(own, name) ?? '').replace(/^\s*[:–—-]\s*/, '').trim();
      return {
        section,
        name: [text(own.slice(0, name.length))],
        rest: [{ type: 'paragraph', children: [text(rest)] }],
      };
    }
  }
  return null;
}

function restOf(own: string, name: string): string | null {
  return normalizeText(own.slice(0, name.length)) === normalizeText(name)
    ? own.slice(name.length)
    : null;
}

function headingOf(node: RootContent, depth: number): Heading {
  return heading(depth, node.type === 'heading' || node.type === 'paragraph' ? node.children : []);
}

function heading(depth: number, children: readonly PhrasingContent[]): Heading {
  const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5];
  return {
    type: 'heading',
    depth: depths.find((each) => each === depth) ?? 6,
    children: [...children],
  };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function textOf(node: RootContent): string {
  return plainText(node);
}
