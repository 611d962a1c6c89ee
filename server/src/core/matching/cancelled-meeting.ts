import type { Heading, ListItem, Paragraph, RootContent } from 'mdast';
import type { Piece } from '../markdown/piece.ts';
import { readLabel } from '../minutes/label.ts';
import { plainText } from '../minutes/plain-text.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Template } from '../template/template.ts';
import { escapeExpression } from '../text/escape-expression.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { otherDateExpression, readOtherDate } from '../text/other-dates.ts';
import { agree, partsOf } from '../text/partial-date.ts';
import { once, cachedByObject } from '../text/cached.ts';
import { createWordFilter } from '../text/word-filter.ts';
import { splitLines } from '../text/split-lines.ts';
import { datedText, readStatedDate } from './minutes-date.ts';
import { lineContent } from './wording.ts';

/** The most words of a paragraph that says that a meeting was not held, and the most lines that minutes then have besides the template's. */
const most = { words: 25, lines: 10 };

/**
 * Returns whether minutes say that their meeting was not held: in the title, or in a short separate paragraph, a quote,
 * a list of one item or another heading where little else is written. `statedDate` is what they say of their day, an ISO date or month. Texts without one of the words are not looked at.
 */
export function isCancelled(
  minutes: Minutes,
  template: Template,
  statedDate: string | null,
): boolean {
  const { holdsWord } = expressionsOf(template);
  if (!minutes.markdown.pieces.some(({ piece }) => holdsWord(piece).found)) return false;
  return saysSoInTitle(minutes, template) || saysSoInText(minutes, template, statedDate);
}

/** Returns whether minutes at a path say that their meeting was not held. */
export function isCancelledAt(minutes: Minutes, template: Template, path: string | null): boolean {
  return (
    mayBeCancelled(minutes.text, template) &&
    isCancelled(minutes, template, readStatedDate(template, path, datedText(minutes)))
  );
}

/** Returns whether a text may be of a meeting that was not held, so that it is worth reading. */
export function mayBeCancelled(text: string, template: Template): boolean {
  return expressionsOf(template).any.test(text);
}

const expressionsOf = cachedByObject((template: Template) => {
  const { cancelled, placeholders } = template.options;
  const word = `(?:${cancelled.map((each) => escapeExpression(each).replace(/\s+/g, '\\s+')).join('|')})`;
  const alone = `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`;
  const expression = once(() => new RegExp(alone, 'iu'));
  const mayHold = createWordFilter(cancelled);
  const any = { test: (text: string) => mayHold(text) && expression().test(text) };
  return {
    any,
    /** A key changes one piece; the others need not be searched again. */
    holdsWord: cachedByObject((piece: Piece) => ({ found: any.test(piece.text) })),
    first: once(() => new RegExp(`^[^\\p{L}\\p{N}]*${word}(?![\\p{L}\\p{N}])`, 'iu')),
    date: once(() => new RegExp(otherDateExpression(dayAndMonth, placeholders.locale), 'iu')),
    lines: new Set(splitLines(template.text).map((line) => normalizeText(lineContent(line)))),
  };
});

/** The template's own title may have the word, as that of a group that cancels things. */
function saysSoInTitle({ headings, text, frontMatter }: Minutes, template: Template): boolean {
  const { any, lines } = expressionsOf(template);
  const [first] = headings;
  const title = template.sections.find(({ kind }) => kind === 'title');
  const known = lines.has(normalizeText(first?.text ?? '')) || any.test(title?.name ?? '');
  if (first !== undefined && !known && any.test(first.text)) return true;
  const front = frontMatter === null ? '' : text.slice(frontMatter.start, frontMatter.end);
  return any.test(/^title:[ \t]*(.*)$/im.exec(front)?.[1] ?? '');
}

function saysSoInText(minutes: Minutes, template: Template, statedDate: string | null): boolean {
  const { holdsWord } = expressionsOf(template);
  return minutes.markdown.pieces.some(
    ({ piece }) =>
      holdsWord(piece).found &&
      piece.tree.children.some((node) => holdsNotice(node, template, statedDate)) &&
      countOwnLines(minutes, template) <= most.lines,
  );
}

function holdsNotice(node: RootContent, template: Template, statedDate: string | null): boolean {
  switch (node.type) {
    case 'paragraph':
      return isNotice(node, template, statedDate);
    case 'blockquote':
      return node.children.some(
        (child) => child.type === 'paragraph' && isNotice(child, template, statedDate),
      );
    case 'list': {
      // Several items are points of a meeting, one of which may say that another was cancelled.
      const [item, ...others] = node.children.filter((each) => !isLabeled(each, template));
      const [first, ...more] = item?.children ?? [];
      return others.length + more.length === 0 && first?.type === 'paragraph'
        ? saysMeeting(textOf(first), template, statedDate)
        : false;
    }
    case 'heading':
      return !isKnown(textOf(node), template) && saysMeeting(textOf(node), template, statedDate);
    default:
      return false;
  }
}

/** Tells whether an item is a label with its value, such as `Scribe: Ada`, and says nothing of the meeting. */
function isLabeled({ children: [first] }: ListItem, template: Template): boolean {
  if (first?.type !== 'paragraph') return false;
  const text = textOf(first);
  return readLabel(text) !== null && !expressionsOf(template).any.test(text);
}

function isKnown(text: string, template: Template): boolean {
  return expressionsOf(template).lines.has(normalizeText(text));
}

function textOf(node: Paragraph | Heading): string {
  return plainText(node).trim();
}

function isNotice(paragraph: Paragraph, template: Template, statedDate: string | null): boolean {
  const text = textOf(paragraph);
  if (text.split(/\s+/).length > most.words) return false;
  return expressionsOf(template).first().test(text) || saysMeeting(text, template, statedDate);
}

/** Tells whether a short text says in one clause that this meeting was cancelled, and not another one. */
function saysMeeting(text: string, template: Template, statedDate: string | null): boolean {
  const { any } = expressionsOf(template);
  if (text.split(/\s+/).length > most.words || !any.test(text)) return false;
  return text
    .split(/(?:[.;:!?()–—]|,(?!\s*\d{4}(?!\d)))+\s*/)
    .some(
      (clause) =>
        any.test(clause) &&
        (meeting.test(clause) || notMet.test(clause)) &&
        !another.test(clause) &&
        !hasAnotherDate(clause, template, statedDate),
    );
}

function hasAnotherDate(clause: string, template: Template, statedDate: string | null): boolean {
  const written = expressionsOf(template).date().exec(clause)?.[0];
  if (written === undefined) return false;
  const { locale } = template.options.placeholders;
  const dates = readOtherDate(written, dayAndMonth, locale);
  return statedDate === null || !dates.some((date) => agree(date, partsOf(statedDate)));
}

/** A format of a day that may have a year or none. */
const dayAndMonth = 'MMMM D';

const meeting =
  /(?<!\p{L})(?:meetings?|calls?|treffen|sitzung|besprechung|reuni[óo]n|réunion|riunione|vergadering|reunião)(?!\p{L})/iu;
/** Who didn’t meet needs no other word for a meeting; who didn’t meet a goal may have met. */
const notMet =
  /(?<!\p{L})did not meet(?=\s*$|\s+(?:this|today|on|in|because|due|as|for|during|over)(?!\p{L}))/iu;
const another =
  /(?<!\p{L})(?:next|last|previous|nächste[nrs]?|letzte[nrs]?|prochaine?|dernière?)(?!\p{L})/iu;

/** Counts the lines that say something and are not the template's, without agenda, attendees, headings and front matter. */
function countOwnLines({ text, headings, frontMatter }: Minutes, template: Template): number {
  const { lines } = expressionsOf(template);
  const starts = [{ text: '', start: frontMatter?.end ?? 0 }];
  for (const heading of headings) starts.push({ text: heading.text, start: heading.range.end });
  let count = 0;
  for (const [index, part] of starts.entries()) {
    if (passedOver.test(part.text)) continue;
    const end = headings[index]?.range.start ?? text.length;
    for (const line of splitLines(text.slice(part.start, end))) {
      const content = normalizeText(lineContent(line));
      if (/[\p{L}\p{N}]/u.test(content) && !lines.has(content)) count++;
    }
  }
  return count;
}

const passedOver =
  /agenda|attend|participant|present|teilnehm|anwesend|tagesordnung|regrets|invit/iu;
