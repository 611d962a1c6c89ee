import type { OffsetRange } from '../text/offset-range.ts';
import { readDue } from './due-day.ts';
import { leadingPeople, type NamedPerson } from './named-person.ts';
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

/** A part of minutes, and whether each of its items is an action. */
export interface RecordPart {
  readonly range: OffsetRange;
  readonly isMarked: boolean;
}

/** Words that say that an action follows. */
const announced =
  /^(?:\*\*|__)?(?:ACTION(?: ITEM)?|Action(?: [Ii]tem)?|AI|AP)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)/;

/** Returns whether a text can hold an action outside a marked section: asked first, because most texts hold none. */
export function mayHoldAction(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) && signed.test(text);
}

const signs = ['[ ]', '[x]', '[X]', 'ACTION', 'Action', 'AI', 'AP'];
const signed = /\[[ xX]\][ \t]+(?:@|\*\*|__)|\b(?:ACTION|Action|AI|AP)\b/;

/**
 * Returns the actions in parts of a text, in order: all top-level items of a marked part, and elsewhere those that
 * have the template's shape, begin with a check box and a person, or with a word such as ACTION and a person.
 */
export function readActions(
  text: string,
  parts: readonly RecordPart[],
  shapes: LineShapes,
): readonly ActionItem[] {
  return parts.flatMap(({ range, isMarked }) =>
    writtenLinesIn(text, range).flatMap((line): readonly ActionItem[] => {
      if (isOpenLine(line)) return [];
      const action =
        readShaped(line, shapes, isMarked) ??
        (isMarked ? readMarked(line) : null) ??
        readPlain(line);
      if (action === null) return [];
      const source = text.slice(line.range.start, line.range.end);
      return [{ ...action, source, isMarked: isMarked && line.indentation === 0 }];
    }),
  );
}

/** Returns whether a line is still as the template left it. */
export function isOpenLine({ content }: WrittenLine): boolean {
  return /\{(?:person|text|lead)\??\}/.test(content);
}

type PlainAction = Omit<ActionItem, 'isMarked' | 'source'>;

function readShaped(line: WrittenLine, shapes: LineShapes, isMarked: boolean): PlainAction | null {
  if (shapes.areNone || line.kind !== 'item' || (isMarked && line.indentation > 0)) return null;
  const { content, struck } = withoutStrike(line.content);
  const { text, done } = withoutDone(content);
  const read = shapes.read({ ...line, content: text }, isMarked);
  if (read === null) return null;
  const said = withoutDone(read.text);
  const { range, boxOffset } = line;
  return {
    owners: read.people,
    text: said.text,
    due: read.day ?? readDue(said.text).due,
    done: line.checked ?? (struck || done || said.done),
    range,
    boxOffset,
  };
}

function readMarked(line: WrittenLine): PlainAction | null {
  if (line.kind !== 'item' || line.indentation > 0) return null;
  const { content, struck } = withoutStrike(line.content);
  const said = content.replace(announced, '');
  const led = leadingPeople(said, 'announced');
  return toAction(
    line,
    led?.people ?? [],
    led === null || led.rest === '' ? said : led.rest,
    struck,
  );
}

function readPlain(line: WrittenLine): PlainAction | null {
  const { content, struck } = withoutStrike(line.content);
  const announcement = announced.exec(content);
  if (announcement !== null) {
    const led = leadingPeople(content.slice(announcement[0].length), 'announced');
    return led === null || led.rest === '' ? null : toAction(line, led.people, led.rest, struck);
  }
  if (line.checked === null) return null;
  const led = leadingPeople(content, 'marked');
  return led === null || !/\p{L}{2}/u.test(led.rest)
    ? null
    : toAction(line, led.people, led.rest, struck);
}

function toAction(
  line: WrittenLine,
  owners: readonly NamedPerson[],
  said: string,
  struck: boolean,
): PlainAction {
  const { text, done } = withoutDone(said);
  const { boxOffset, range } = line;
  return { owners, ...readDue(text), done: line.checked ?? (struck || done), range, boxOffset };
}

function withoutStrike(content: string): { content: string; struck: boolean } {
  const inner = /^~~(?=\S)(.+)~~$/.exec(content.trim())?.[1];
  return { content: inner ?? content, struck: inner !== undefined };
}

const doneFirst = /^(?:✅|✔️?|(?:\*\*)?(?:DONE|done|Done)(?:\*\*)?\s*[:–—-])\s*/u;
const doneLast = /\s*(?:✅|✔️?|[([]?(?:\*\*)?(?:DONE|done)(?:\*\*)?[)\]]?)\.?$/u;

/** What a text that says so at either end has there: asked first, for most don't. */
const mayBeDone = /^.{0,4}(?:✅|✔|done)|(?:✅|✔|done).{0,5}$/iu;

function withoutDone(text: string): { text: string; done: boolean } {
  const ends = text.length > 40 ? `${text.slice(0, 20)}\n${text.slice(-20)}` : text;
  if (!ends.split('\n').some((end) => mayBeDone.test(end)))
    return { text: text.trim(), done: false };
  const rest = text.replace(doneFirst, '').replace(doneLast, '');
  return { text: rest.trim(), done: rest !== text };
}
