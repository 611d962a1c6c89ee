import type { OffsetRange } from '../text/offset-range.ts';
import { linesInActionLists } from './action-lists.ts';
import type { DueReader } from './due-day.ts';
import { itemsBelow, withItems } from './items-below.ts';
import {
  bracketedPeople,
  closingPeople,
  leadingPeople,
  trailingPeople,
  type LeadingPeople,
  type NamedPerson,
} from './named-person.ts';
import type { LineShapes } from './shaped-line.ts';
import { writtenLinesIn, type WrittenLine } from './written-lines.ts';

/** What someone promised to do. */
export interface ActionItem {
  readonly owners: readonly NamedPerson[];
  /** What is to be done, in Markdown, without owners, due day and marks of what is done. */
  readonly text: string;
  /** ISO date; null where none is named. */
  readonly due: string | null;
  readonly done: boolean;
  /** The item in the text. */
  readonly range: OffsetRange;
  /** Offset of the check box's mark; null where there is none. */
  readonly boxOffset: number | null;
  /** As it is written, with its marker. */
  readonly source: string;
  /** Is in a section that the template marks. */
  readonly isMarked: boolean;
}

/** A part of minutes. */
export interface RecordPart {
  readonly range: OffsetRange;
  /** Is of a section that the template marks, so that each of its items is one. */
  readonly isMarked: boolean;
  /** Has a heading that says the same, so that each item is one that begins with a person. */
  readonly isHeaded: boolean;
}

/** Words that say that an action follows, and who has it, where brackets say that. */
const announced =
  /^(?:\*\*|__)?(?:(?:ACTIONS?(?: ITEMS?)?|Actions?(?: [Ii]tems?)?|AIs?|APs?)(?:\*\*|__)?(?: ?\(([^()]{1,60})\))?\s*:(?:\*\*|__)?\s*|(?:ACTION ITEM(?= )|(?:ACTION|AI|AP)(?= @))\s+)(?=\S)/;

/** Returns whether a text can hold an action outside a marked section: asked first, because most texts hold none. */
export function mayHoldAction(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) && signed.test(text);
}

/** What headings of lists of actions begin with, besides these words. */
const headings = ['Aufgaben', 'Maßnahmen', 'アクション'];

const signs = ['[ ]', '[x]', '[X]', 'ACTION', 'Action', 'action item', 'AI', 'AP', ...headings];
const signed =
  /\[[ xX]\][ \t]+(?:~~)?(?:@|\*\*|__|[^\n]*\(@)|\b(?:ACTIONS?|Actions?|action items?|AIs?|APs?)\b|Aufgaben|Maßnahmen|アクション/;

/**
 * Returns the actions in parts of a text, in order: all top-level items of a marked part, and elsewhere those that
 * have the template's shape, have a check box and a person, with a word such as ACTION and a person,
 * or with a person alone in a list that such a word or heading introduces.
 */
export function readActions(
  text: string,
  parts: readonly RecordPart[],
  { shapes, readDue }: ActionForms,
): readonly ActionItem[] {
  return parts.flatMap(({ range, isMarked, isHeaded }) => {
    const mayHold =
      isMarked || isHeaded || !shapes.areNone || mayHoldAction(text.slice(range.start, range.end));
    const lines = mayHold ? writtenLinesIn(text, range) : [];
    const listed = linesInActionLists(lines, text);
    return lines.flatMap((line, index): readonly ActionItem[] => {
      if (isOpenLine(line)) return [];
      const below = (): readonly WrittenLine[] => itemsBelow(lines, index, text);
      const read =
        readShaped(line, shapes, isMarked) ??
        (isMarked ? readMarked(line) : null) ??
        readPlain(line, below) ??
        (listed.has(line) || (isHeaded && line.indentation < 2) ? readListed(line, below) : null);
      if (read === null) return [];
      const action = { ...read, ...(read.due === null && readDue(read.text)) };
      const source = text.slice(action.range.start, action.range.end);
      return [{ ...action, source, isMarked: isMarked && line.indentation === 0 }];
    });
  });
}

/** How actions are written. */
export interface ActionForms {
  readonly shapes: LineShapes;
  readonly readDue: DueReader;
}

/** Returns whether a line is still as the template left it. */
export function isOpenLine({ content }: WrittenLine): boolean {
  return /\{(?:person|text|lead)\??\}/.test(content);
}

/** A box says more than words, and a line through the text more than a box. */
function isDone({ checked }: WrittenLine, { struck, done }: PlainContent): boolean {
  return struck || (checked ?? done);
}

type PlainAction = Omit<ActionItem, 'isMarked' | 'source'>;

function readShaped(line: WrittenLine, shapes: LineShapes, isMarked: boolean): PlainAction | null {
  if (shapes.areNone || line.kind !== 'item' || (isMarked && line.indentation > 0)) return null;
  const plain = plainContent(line);
  const read = shapes.read({ ...line, content: plain.content }, isMarked);
  return read && { ...toAction(line, read.people, read.text, plain), due: read.day };
}

function readMarked(line: WrittenLine): PlainAction | null {
  if (line.kind !== 'item' || line.indentation > 0) return null;
  const plain = plainContent(line);
  const said = plain.content.replace(announced, '');
  const led = leadingPeople(said, 'announced') ?? bracketedPeople(said) ?? closingPeople(said);
  const rest = led === null || led.rest === '' ? said : led.rest;
  return toAction(line, led?.people ?? [], rest, plain);
}

/** What a line without a check box has near its start where it announces an action: asked first, for most lines have none. */
const mayAnnounce = /^.{0,24}(?:ACTION|Action|AI|AP)/;

function readPlain(line: WrittenLine, below: () => readonly WrittenLine[]): PlainAction | null {
  if (line.checked === null && !mayAnnounce.test(line.content)) return null;
  const plain = plainContent(line);
  const { content } = plain;
  const announcement = announced.exec(content);
  if (announcement !== null) {
    const [words, owner] = announcement;
    const said = content.slice(words.length);
    const led = leadingPeople(owner === undefined ? said : `${owner}: ${said}`, 'announced');
    return led && readLed(line, led, plain, below);
  }
  if (line.checked === null) return null;
  const led = leadingPeople(content, 'marked') ?? trailingPeople(content);
  return led === null || !/\p{L}{2}/u.test(led.rest)
    ? null
    : toAction(line, led.people, led.rest, plain);
}

/** Reads an item of a list of actions that begins with a person, whose name without a mark has a capital, or ends with handles. */
function readListed(line: WrittenLine, below: () => readonly WrittenLine[]): PlainAction | null {
  const plain = plainContent(line);
  const { content } = plain;
  const leading = leadingPeople(content, 'announced');
  const isNamed =
    /^[@*_]/.test(content) || leading?.people.every(({ name }) => /\p{Lu}/u.test(name)) === true;
  const led = isNamed ? leading : trailingPeople(content);
  return led && readLed(line, led, plain, below);
}

/** Reads what people are to do, with the items that it introduces. */
function readLed(
  line: WrittenLine,
  { people, rest }: LeadingPeople,
  plain: PlainContent,
  below: () => readonly WrittenLine[],
): PlainAction | null {
  const items = rest.endsWith(':') ? below() : [];
  const said = withItems(rest, items);
  if (!/\p{L}/u.test(said)) return null;
  const { range } = line;
  const end = items.at(-1)?.range.end ?? range.end;
  return { ...toAction(line, people, said, plain), range: { start: range.start, end } };
}

function toAction(
  line: WrittenLine,
  owners: readonly NamedPerson[],
  said: string,
  plain: PlainContent,
): PlainAction {
  const { text, done } = withoutDone(said);
  const { boxOffset, range } = line;
  const isSaidDone = isDone(line, { ...plain, done: plain.done || done });
  return { owners, text, due: null, done: isSaidDone, range, boxOffset };
}

/** What a line says, without what says that it is done. */
interface PlainContent {
  readonly content: string;
  readonly struck: boolean;
  readonly done: boolean;
}

function plainContent(line: WrittenLine): PlainContent {
  const { content, struck } = withoutStrike(line.content);
  const { text, done } = withoutDone(content);
  return { content: text, struck, done };
}

function withoutStrike(content: string): { content: string; struck: boolean } {
  const inner = /^~~(?=\S)(.+)~~$/.exec(content.trim())?.[1];
  return { content: inner ?? content, struck: inner !== undefined };
}

const doneFirst =
  /^(?:✅|✔️?|[([](?:DONE|done|Done)[)\]]:?|(?:\*\*)?(?:DONE|done|Done)(?:\*\*)?\s*[:–—-]|(?:\*\*)?DONE(?:\*\*)?(?=\s))\s*/u;
const doneLast =
  /\s*(?:✅|✔️?|[([](?:DONE|done|Done)[)\]]|[,;:–—-]\s*(?:\*\*)?(?:DONE|done|Done)(?:\*\*)?|(?<=\s)(?:\*\*)?DONE(?:\*\*)?)\.?$/u;

/** What a text that says so at either end has there: asked first, for most don't. */
const mayBeDone = /^.{0,4}(?:✅|✔|done)|(?:✅|✔|done).{0,5}$/iu;

function withoutDone(text: string): { text: string; done: boolean } {
  const ends = text.length > 40 ? `${text.slice(0, 20)}\n${text.slice(-20)}` : text;
  if (!ends.split('\n').some((end) => mayBeDone.test(end)))
    return { text: text.trim(), done: false };
  const rest = text.replace(doneFirst, '').replace(doneLast, '');
  return { text: rest.trim(), done: rest !== text };
}
