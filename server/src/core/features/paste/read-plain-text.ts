import type { BlockContent, List, ListItem, RootContent } from 'mdast';
import { splitLines } from '../../text/split-lines.ts';

/**
 * Returns a plain text of a word processor or an etherpad as Markdown blocks:
 * lines with bullets such as `·`, `o`, `§` as nested lists,
 * short lines that are alone above others as headings, all else as paragraphs.
 */
export function readPlainText(text: string): readonly RootContent[] {
  const lines = textLinesOf(text);
  const allowed = isSpaced(lines) ? 1 : 0;
  const blocks: RootContent[] = [];
  let items: Bullet[] = [];
  let blank = 0;
  const closeList = (): void => {
    if (items.length > 0) blocks.push(...toLists(levelsOf(items)));
    items = [];
  };
  lines.forEach((line, index) => {
    if (line.text === '') {
      if (line.bullet === null) blank++;
      else blank = 0;
      return;
    }
    if (line.bullet === null || blank > allowed) closeList();
    blank = 0;
    if (line.bullet !== null) items.push({ ...line, bullet: line.bullet });
    else if (isHeading(lines, index)) {
      blocks.push({ type: 'heading', depth: 1, children: [textNode(line.text)] });
    } else blocks.push(paragraph(line.text));
  });
  closeList();
  return blocks;
}

/** Returns whether every other line is empty, as word processors write paragraphs. */
function isSpaced(lines: readonly TextLine[]): boolean {
  return lines.filter(({ text }) => text === '').length * 3 > lines.length;
}

/** Returns whether a text has bullets that Markdown doesn't know. */
export function hasForeignBullets(text: string): boolean {
  return textLinesOf(text).some(
    ({ bullet }) => bullet !== null && !/^(?:[-*+]|\d+[.)])$/.test(bullet),
  );
}

/** Reads lines; what texts have for other reasons, too, is a bullet only where more lines have some. */
function textLinesOf(text: string): readonly TextLine[] {
  const lines = splitLines(text).map(readTextLine);
  const bullets = lines.flatMap(({ bullet }) => bullet ?? []);
  const [first, second] = bullets.filter((each) => dotted.test(each));
  const isSequence = (first === 'a.' && second === 'b.') || (first === 'i.' && second === 'ii.');
  return lines.map((line) => {
    const bullet = line.bullet ?? '';
    const isBullet = dotted.test(bullet)
      ? isSequence
      : !doubtful.test(bullet) || bullets.length > 1;
    return isBullet ? line : { ...line, bullet: null, checked: null, text: line.written };
  });
}

const dotted = /^[a-z]+\.$/;
const doubtful = /^[§☐→➔]$/;

interface TextLine {
  readonly indent: number;
  readonly bullet: string | null;
  /** The state of a box; null where there is none. */
  readonly checked: boolean | null;
  readonly text: string;
  /** The text with its bullet. */
  readonly written: string;
}

interface Bullet extends TextLine {
  readonly bullet: string;
}

/** Bullets as word processors, chats and etherpads write them; letters are some only before wide space. */
const bulletLine =
  /^(?:([·•‣▪▫◦●○■□–→➔➢➤►▸*+-]|§(?! ?\d))[ \t]*|([oØü])(?:\t| {2,})[ \t]*|(\d{1,3}[.)]|\(\d{1,3}\)|\(?[A-Za-z]\)|\(?[ivx]{2,4}\)|[a-z]\.|[ivx]{2,4}\.)[ \t]+)?((?:[☐☑☒✓✔]|\[[ xX]?\](?=[ \t]))[ \t]*)?(.*)$/;
const ruleBullet = /^([*+–-])(?=\S)/;

function readTextLine(line: string): TextLine {
  const plain = line.replace(/[\u00A0\u2007\u202F]/g, ' ').replace(/[\u200B\uFEFF]/g, '');
  const indent = /^[ \t]*/.exec(plain)?.[0].length ?? 0;
  const text = plain.trim();
  const [, glyph, wide, number, box, rest = ''] =
    (ruleBullet.test(text) ? null : bulletLine.exec(plain.slice(indent))) ?? [];
  const bullet = glyph ?? wide ?? number?.replace(/^\(/, '') ?? (box === undefined ? null : '☐');
  if (bullet === null) return { indent, bullet, checked: null, text, written: text };
  const checked = box === undefined ? null : !/^(?:☐|\[ ?\])/.test(box);
  return { indent, bullet, checked, text: rest.trim(), written: text };
}

/** A heading is short, ends no sentence, and is above something that is not a heading. */
function isHeading(lines: readonly TextLine[], index: number): boolean {
  const next = lines.slice(index + 1).find(({ text }) => text !== '');
  const before = lines[index - 1];
  const alone = index === 0 || before?.text === '' || typeof before?.bullet === 'string';
  return alone && looksLikeHeading(lines[index]) && next !== undefined && !looksLikeHeading(next);
}

function looksLikeHeading(line: TextLine | undefined): boolean {
  if (line?.bullet !== null) return false;
  const { text } = line;
  return text.length <= 80 && /\p{L}/u.test(text) && !/[.!?;:,…"”]$|^[("“{<]|:\/\//u.test(text);
}

interface Levelled extends Bullet {
  readonly level: number;
}

/** Word's bullets in the order of its levels; deeper ones begin again, which `§` right after `·` shows. */
const cycle = ['·', 'o', '§'];
const deepest = 6;

/** Levels by indentation where there is any, else by the order in which Word's bullets follow each other. */
function levelsOf(items: readonly Bullet[]): readonly Levelled[] {
  const indents = [...new Set(items.map(({ indent }) => indent))].sort((a, b) => a - b);
  if (indents.length > 1) {
    return items.map((item) => ({ ...item, level: indents.indexOf(item.indent) }));
  }
  if (items.some(({ bullet }) => /^[A-Za-z]+[.)]$/.test(bullet))) return levelsOfNumbering(items);
  const deep = items.some(
    ({ bullet }, index) => bullet === '§' && items[index - 1]?.bullet === '·',
  );
  let current = -1;
  return items.map((item, index) => {
    const own = cycle.indexOf(item.bullet);
    const isParent = own === 0 && cycle.indexOf(items[index + 1]?.bullet ?? '') === 1;
    current = nextLevel(current, own, (deep ? deepest : cycle.length - 1) - (isParent ? 1 : 0));
    return { ...item, level: current };
  });
}

/** A numbering that was not there before is a level deeper, and one that was goes back to its level. */
function levelsOfNumbering(items: readonly Bullet[]): readonly Levelled[] {
  const open: string[] = [];
  return items.map((item) => {
    const own = numberingOf(item.bullet, open);
    const level = open.indexOf(own);
    open.splice(
      level === -1 ? open.length : level + 1,
      open.length,
      ...(level === -1 ? [own] : []),
    );
    return { ...item, level: open.length - 1 };
  });
}

/** `i)` is Roman where letters are above it, or it is the first, and else a letter. */
function numberingOf(bullet: string, open: readonly string[]): string {
  if (/^\d/.test(bullet)) return 'number';
  if (!/^[A-Za-z]+[.)]$/.test(bullet)) return bullet;
  const isRoman =
    bullet.length > 2 ||
    (bullet.startsWith('i') && (open.length === 0 || open.at(-1) === 'letter')) ||
    (/^[ivx]/.test(bullet) && open.at(-1) === 'roman');
  return isRoman ? 'roman' : 'letter';
}

/**
 * The next bullet of the cycle is one level down, or back where that, with what follows below it, would be too deep;
 * the one before is one up.
 */
function nextLevel(current: number, own: number, deepestLevel: number): number {
  if (own === -1 || current === -1) return 0;
  const step = (own - (current % cycle.length) + cycle.length) % cycle.length;
  if (step === 1) return current < deepestLevel ? current + 1 : Math.max(0, current - 2);
  if (step === 2) return current > 0 ? current - 1 : 2;
  return current;
}

function toLists(items: readonly Levelled[]): List[] {
  const lists: List[] = [];
  let index = 0;
  for (let first = items[index]; first !== undefined; first = items[index]) {
    const { level } = first;
    const children: ListItem[] = [];
    for (let item = items[index]; item !== undefined && item.level >= level; item = items[index]) {
      let end = index + 1;
      while ((items[end]?.level ?? -1) > level) end++;
      children.push(toItem(item, toLists(items.slice(index + 1, end))));
      index = end;
    }
    lists.push({
      type: 'list',
      ordered: /^(?:\d|[A-Za-z]+[.)])/.test(first.bullet),
      spread: false,
      children,
    });
  }
  return lists;
}

function toItem({ text, checked }: TextLine, below: readonly BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, checked, children: [paragraph(text), ...below] };
}

function paragraph(text: string): BlockContent {
  return { type: 'paragraph', children: [textNode(text)] };
}

function textNode(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
