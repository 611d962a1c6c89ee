import type { Heading } from '../../server/src/core/minutes/heading.ts';
import type { Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import type { TemplateSection } from '../../server/src/core/template/template-section.ts';
import type { Template } from '../../server/src/core/template/template.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';

/** Minutes in which one required section was broken in one way. */
export interface Break {
  readonly way: 'absent' | 'misspelled' | 'moved' | 'doubled' | 'other level';
  readonly section: TemplateSection;
  readonly text: string;
  /** The lines where a person looks for the defect: from the first to the last of any of them. */
  readonly places: readonly (readonly [first: number, last: number])[];
}

/** Returns all ways to break one required section of minutes that have each of them once. */
export function breaksOf(minutes: Minutes, template: Template): readonly Break[] {
  const placed = placedIn(template.sections, minutes.headings, 0, minutes.text.length);
  return placed.flatMap((each) => [
    ...absent(minutes, each),
    ...misspelled(minutes, each),
    ...moved(minutes, each, placed),
    ...doubled(minutes, each),
    ...otherLevel(minutes, each),
  ]);
}

/** A required section with the only heading that fits it, and what that heading holds. */
interface Placed {
  readonly section: TemplateSection;
  readonly siblings: readonly TemplateSection[];
  readonly heading: Heading;
  readonly end: number;
}

function placedIn(
  sections: readonly TemplateSection[],
  headings: readonly Heading[],
  from: number,
  to: number,
): readonly Placed[] {
  return sections.flatMap((section) => {
    const own = headings.filter(
      ({ range, depth, text }) =>
        range.start >= from &&
        range.start < to &&
        depth === section.depth &&
        (section.keys.length === 0 ? section.pattern.match(text) !== null : named(section, text)),
    );
    const [heading] = own;
    if (heading === undefined || own.length > 1) return [];
    const end = endOf(heading, headings, to);
    const below = placedIn(section.children, headings, heading.range.end, end);
    const isRequired = section.required && section.kind === 'section' && section.repeat.max === 1;
    return isRequired ? [{ section, siblings: sections, heading, end }, ...below] : below;
  });
}

/** Returns whether a heading has one of the names as a template writes it. */
function named({ name, aliases }: TemplateSection, text: string): boolean {
  return [name, ...aliases].includes(text.trim());
}

function endOf({ range, depth }: Heading, headings: readonly Heading[], to: number): number {
  const next = headings.find((other) => other.range.start > range.start && other.depth <= depth);
  return Math.min(next?.range.start ?? to, to);
}

function absent({ text, headings }: Minutes, { section, heading, end }: Placed): readonly Break[] {
  const { start } = heading.range;
  const before = headings.filter(({ range }) => range.start < start).at(-1);
  const first = before === undefined ? 1 : lineAt(text, before.range.start);
  const broken = text.slice(0, start) + text.slice(end);
  return [{ way: 'absent', section, text: broken, places: [[first, lineAt(text, start) + 1]] }];
}

/** Changes the third letter of a word that has none of the signs that make a slip unlikely. */
function misspelled({ text }: Minutes, { section, heading }: Placed): readonly Break[] {
  const { start, end } = heading.contentRange;
  const content = text.slice(start, end);
  if (section.keys.length === 0 || /[[\]`<]/.test(content)) return [];
  const word = /(?<![\p{L}\p{N}])\p{L}{5,}(?![\p{L}\p{N}])/u.exec(content);
  if (word === null) return [];
  const at = start + word.index + 2;
  const letter = text.charAt(at) === 'x' ? 'z' : 'x';
  const broken = text.slice(0, at) + letter + text.slice(at + 1);
  return [{ way: 'misspelled', section, text: broken, places: [onLine(text, start)] }];
}

/** Exchanges a section with the next required sibling, where their order is set. */
function moved(minutes: Minutes, each: Placed, placed: readonly Placed[]): readonly Break[] {
  const { text } = minutes;
  const next = placed.find((other) => other.heading.range.start === each.end);
  const isOrdered = ({ children }: TemplateSection): boolean => children === each.siblings;
  const parent = placed.find(({ section }) => isOrdered(section))?.section;
  if (next?.siblings !== each.siblings || parent?.anyOrder === true) return [];
  const { start } = each.heading.range;
  const own = ended(text.slice(start, each.end));
  const other = ended(text.slice(each.end, next.end));
  const broken = text.slice(0, start) + other + own + text.slice(next.end);
  return [
    {
      way: 'moved',
      section: each.section,
      text: broken,
      places: [onLine(broken, start), onLine(broken, start + other.length)],
    },
  ];
}

function doubled({ text }: Minutes, { section, heading, end }: Placed): readonly Break[] {
  const { start } = heading.range;
  const own = ended(text.slice(start, end));
  const broken = text.slice(0, start) + own + own + text.slice(end);
  return [
    {
      way: 'doubled',
      section,
      text: broken,
      places: [onLine(broken, start), onLine(broken, start + own.length)],
    },
  ];
}

function otherLevel({ text }: Minutes, { section, heading }: Placed): readonly Break[] {
  if (heading.style !== 'atx') return [];
  const { start } = heading.range;
  const places = [onLine(text, start)];
  const deeper = `${text.slice(0, start)}#${text.slice(start)}`;
  const higher = text.slice(0, start) + text.slice(start + 1);
  return [...(heading.depth < 6 ? [deeper] : []), ...(heading.depth > 2 ? [higher] : [])].map(
    (broken): Break => ({ way: 'other level', section, text: broken, places }),
  );
}

function ended(block: string): string {
  return `${block.trimEnd()}\n\n`;
}

function onLine(text: string, offset: number): readonly [number, number] {
  const line = lineAt(text, offset);
  return [line, line];
}

function lineAt(text: string, offset: number): number {
  return createLineIndex(text).pointAt(offset).line;
}
