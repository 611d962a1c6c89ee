import type { Paragraph } from 'mdast';
import { blockRange } from '../../markdown/node-range.ts';
import type { Piece } from '../../markdown/piece.ts';
import { isHeadingOf, allSections } from '../../matching/heading-match.ts';
import type { MissingSection } from '../../matching/template-match.ts';
import { plainText } from '../../minutes/plain-text.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { containsRange, shiftRange, type OffsetRange } from '../../text/offset-range.ts';
import { cachedByObject } from '../../text/cached.ts';
import type { RuleContext } from '../rule.ts';

/** A line that is bold as a whole and has the name of a section that is absent. */
export interface BoldHeading {
  readonly expected: TemplateSection;
  readonly missing: MissingSection;
  readonly range: OffsetRange;
  /** Its words, without the marks. */
  readonly words: string;
  /** The level at which it would be the section. */
  readonly depth: number;
  /** It is the only such line, where the section belongs, and directly in the text of its parent. */
  readonly isSure: boolean;
}

/** Returns the bold lines that stand for absent sections; remembers them. */
export const boldHeadings = cachedByObject((context: RuleContext): readonly BoldHeading[] => {
  const { match, minutes } = context;
  const absent = match.missing.filter(
    ({ expected }) => expected.kind === 'section' && expected.style !== 'bold',
  );
  if (absent.length === 0 || !/\*\*|__/.test(minutes.text)) return [];
  const lines = boldLines(context);
  return absent.flatMap((missing) => boldHeadingOf(missing, lines, context));
});

interface BoldLine {
  readonly words: string;
  /** What it says as names are compared, with a colon after it and without. */
  readonly keys: readonly string[];
  readonly range: OffsetRange;
}

function boldLines({ minutes }: RuleContext): readonly BoldLine[] {
  return minutes.markdown.pieces.flatMap(({ piece, start }) =>
    boldLinesOf(piece).map((line) => ({ ...line, range: shiftRange(line.range, start) })),
  );
}

/** A piece without a line that begins so need not be parsed. */
const boldLinesOf = cachedByObject((piece: Piece): readonly BoldLine[] => {
  if (!/^ {0,3}(?:\*\*|__)/m.test(piece.text)) return [];
  return piece.tree.children.flatMap((node): BoldLine[] => {
    if (node.type !== 'paragraph' || !isBold(node)) return [];
    const block = blockRange(node);
    const source = piece.text.slice(block.start, block.end).trimEnd();
    const range = { start: block.start, end: block.start + source.length };
    const words = source.replace(/^(?:\*\*|__)\s*/, '').replace(/\s*(?:\*\*|__)(:?)$/, '$1');
    const text = plainText(node);
    return [{ words, keys: [text, text.replace(/:$/, '')].map(normalizeText), range }];
  });
});

function isBold({ children }: Pick<Paragraph, 'children'>): boolean {
  const [first, second, ...others] = children;
  return (
    (first?.type === 'strong' || (first?.type === 'emphasis' && isBold(first))) &&
    others.length === 0 &&
    (second === undefined || (second.type === 'text' && second.value.trim() === ':'))
  );
}

function isNameOf(section: TemplateSection, { keys }: BoldLine): boolean {
  return section.keys.some((key) => keys.includes(key));
}

function boldHeadingOf(
  missing: MissingSection,
  lines: readonly BoldLine[],
  { match, minutes, template }: RuleContext,
): BoldHeading[] {
  const { expected, parent } = missing;
  const whole = parent?.range ?? { start: 0, end: minutes.text.length };
  const isWithin = ({ range }: { readonly range: OffsetRange }): boolean =>
    containsRange(whole, range);
  const own = lines.filter((line) => isNameOf(expected, line) && isWithin(line));
  const [line] = own;
  const headings = minutes.headings.filter(isWithin);
  if (line === undefined || headings.some((heading) => isHeadingOf(expected, heading))) return [];
  const siblings =
    [template.sections, ...allSections(template).map(({ children }) => children)].find((all) =>
      all.includes(expected),
    ) ?? [];
  const before = siblings.slice(0, siblings.indexOf(expected));
  const first = minutes.headings[0]?.range.start ?? minutes.text.length;
  const text = parent?.bodyRange ?? { start: 0, end: first };
  const isInOrder = before.every(
    (each) =>
      !match.sections.some(({ expected: other, section }) => other === each && isWithin(section)) &&
      lines.every((other) => !isNameOf(each, other) || other.range.end <= line.range.start),
  );
  const pair = match.sections.find(({ section }) => section === parent);
  const shift = pair === undefined ? 0 : pair.section.depth - pair.expected.depth;
  return [
    {
      expected,
      missing,
      range: line.range,
      words: line.words,
      depth: Math.min(6, expected.depth + shift),
      isSure: own.length === 1 && containsRange(text, line.range) && isInOrder,
    },
  ];
}
