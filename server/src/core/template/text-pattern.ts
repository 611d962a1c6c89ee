import { RE2JS } from 're2js';
import { escapeExpression } from '../text/escape-expression.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { once, cachedByText } from '../text/cached.ts';
import {
  isDate,
  placeholderExpression,
  placeholdersIn,
  type DateLeniency,
  type Placeholder,
  type PlaceholderContext,
} from './placeholder.ts';

/** A text with placeholders, such as a template's heading, that texts of minutes are matched with. */
export interface TextPattern {
  /** The text as the template writes it, without markup. */
  readonly source: string;
  /** The normalized text, where it has no placeholder. */
  readonly literal: string | null;
  readonly parts: readonly PatternPart[];
  /** Returns what the placeholders stand for in a text, or null where it doesn't match; remembers it. */
  readonly match: (text: string) => readonly Capture[] | null;
}

export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly placeholder: Placeholder; readonly text: string }
  /** An optional placeholder with the brackets or the separator that go with it. */
  | { readonly kind: 'optional'; readonly parts: readonly PatternPart[] };

/** What a placeholder stood for. */
export interface Capture {
  readonly placeholder: Placeholder;
  readonly text: string;
  /** Offset of the capture in the matched text. */
  readonly start: number;
}

/** Dates that a skeleton leaves open, such as `2019-MM-DD`. */
export const skeletonDate = /(?<![\w{:-])(?:(?:YYYY|\d{4})-MM-DD|MM-DD-(?:YYYY|\d{4}))(?![\w}-])/g;
const fullDate = /(?<![\w{:-])\d{4}-\d{2}-\d{2}(?![\w}-])/g;

/** Returns the text with the dates of skeletons, such as `2019-MM-DD`, as `{date}` placeholders. */
export function readSkeletonDates(text: string, title: boolean): string {
  const read = text.replace(skeletonDate, (date) =>
    date.startsWith('MM') ? '{date:MM-DD-YYYY}' : '{date}',
  );
  return title ? read.replace(fullDate, '{date}') : read;
}

/** Returns the pattern of a text; unknown placeholders stand for any text. */
export function createPattern(source: string, context: PlaceholderContext): TextPattern {
  return patternOf(source, context, bareBracket);
}

/** Returns the pattern of an item: an optional placeholder takes with it the words in the bracket around it, too. */
export function createShape(source: string, context: PlaceholderContext): TextPattern {
  return patternOf(source, context, bracketWithWords);
}

/** A bracket that opens before an optional placeholder. */
const bareBracket = /\s*[([]\s*$/;
const bracketWithWords = /\s*[([][^()[\]]*$/;

function patternOf(source: string, context: PlaceholderContext, bracket: RegExp): TextPattern {
  const parts = splitParts(source);
  const literal = parts.every(({ kind }) => kind === 'literal') ? normalizeText(source) : null;
  const grouped = groupOptional(parts, bracket);
  const pattern = { source, literal, parts: grouped };
  const start = asciiStart(parts[0]);
  const match = literal === null ? createMatch(grouped, context) : matchLiteral(literal);
  return { ...pattern, match: (text) => (mayStartWith(text, start) ? match(text) : null) };
}

/** Returns whether a pattern has a word outside its placeholders. */
export function holdsWord({ parts }: Pick<TextPattern, 'parts'>): boolean {
  return parts.some((part) => part.kind === 'literal' && /\p{L}/u.test(part.text));
}

function matchLiteral(literal: string): TextPattern['match'] {
  return (text) => (normalizeText(text) === literal ? [] : null);
}

/**
 * Patterns run in linear time: in RE2, or in JavaScript, many times faster, where nothing in them varies in length.
 * Dates are first read as the pattern writes them, then in any other form.
 */
function createMatch(
  parts: readonly PatternPart[],
  context: PlaceholderContext,
): TextPattern['match'] {
  const rigid = parts.every((part) => isRigid(part, context));
  const first = rigid
    ? matchRigid(parts, context)
    : cachedByText(matchLinear(parts, context, 'own'));
  if (!placeholdersOf(parts).some(({ name }) => isDate(name))) return first;
  const lenient = once(() => createLenientMatch(parts, context, rigid));
  return (text) => first(text) ?? (/[0-9]/.test(text) ? lenient()(text) : null);
}

function createLenientMatch(
  parts: readonly PatternPart[],
  context: PlaceholderContext,
  rigid: boolean,
): TextPattern['match'] {
  const own = rigid ? once(() => matchLinear(parts, context, 'own')) : null;
  const other = once(() => matchLinear(parts, context, 'other'));
  return cachedByText((text) => own?.()(text) ?? other()(text));
}

/** Returns what the pattern's placeholders stand for in a text, or null where it doesn't match. */
export function matchPattern(pattern: TextPattern, text: string): readonly Capture[] | null {
  return pattern.match(text);
}

/** Returns the letters with which all texts of a pattern start, as far as they are ASCII, in lower case. */
function asciiStart(first: PatternPart | undefined): string {
  return first?.kind === 'literal' ? (/^[!-~]*/.exec(first.text)?.[0].toLowerCase() ?? '') : '';
}

/** Tells quickly that most texts don't match; what is not ASCII may be the same letter after all. */
function mayStartWith(text: string, start: string): boolean {
  if (start === '') return true;
  const begin = text.trimStart().slice(0, start.length);
  return begin.toLowerCase() === start || /[^ -~]/.test(begin);
}

/** Returns the pattern's placeholders in order. */
export function placeholdersOf(parts: readonly PatternPart[]): readonly Placeholder[] {
  return parts.flatMap((part) => {
    if (part.kind === 'placeholder') return [part.placeholder];
    return part.kind === 'optional' ? placeholdersOf(part.parts) : [];
  });
}

/**
 * Returns the pattern's text with placeholders replaced by what `valueOf` gives;
 * where it gives null, an optional placeholder is left out and any other stays as it is written.
 */
export function fillPattern(
  parts: readonly PatternPart[],
  valueOf: (placeholder: Placeholder) => string | null,
): string {
  return parts
    .map((part) => {
      if (part.kind === 'literal') return part.text;
      if (part.kind === 'placeholder') return valueOf(part.placeholder) ?? part.text;
      const missing = placeholdersOf(part.parts).some((name) => valueOf(name) === null);
      return missing ? '' : fillPattern(part.parts, valueOf);
    })
    .join('');
}

function splitParts(source: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let end = 0;
  const literalUntil = (start: number): void => {
    if (start > end) parts.push({ kind: 'literal', text: source.slice(end, start) });
  };
  for (const { placeholder, start, end: next } of placeholdersIn(source)) {
    literalUntil(start);
    parts.push({ kind: 'placeholder', placeholder, text: source.slice(start, next) });
    end = next;
  }
  literalUntil(source.length);
  return parts;
}

/** An optional placeholder takes the brackets around it, or the separator before it. */
function groupOptional(parts: readonly PatternPart[], bracket: RegExp): PatternPart[] {
  const grouped: PatternPart[] = [];
  const rest = [...parts];
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (part.kind !== 'placeholder' || !part.placeholder.optional) {
      grouped.push(part);
      continue;
    }
    const before = grouped.at(-1);
    const beforeText = before?.kind === 'literal' ? before.text : '';
    const after = rest[0];
    const afterText = after?.kind === 'literal' ? after.text : '';
    const opening = bracket.exec(beforeText)?.[0];
    const closing = /^\s*[)\]]/.exec(afterText)?.[0];
    const lead =
      opening !== undefined && closing !== undefined
        ? opening
        : (/[\s,:;–—-]+$/.exec(beforeText)?.[0] ?? '');
    const trail = opening !== undefined && closing !== undefined ? closing : '';
    replaceLiteral(
      grouped,
      grouped.length - 1,
      beforeText.slice(0, beforeText.length - lead.length),
    );
    if (trail !== '') replaceLiteral(rest, 0, afterText.slice(trail.length));
    grouped.push({ kind: 'optional', parts: [...literal(lead), part, ...literal(trail)] });
  }
  return grouped;
}

function literal(text: string): PatternPart[] {
  return text === '' ? [] : [{ kind: 'literal', text }];
}

function replaceLiteral(parts: PatternPart[], index: number, text: string): void {
  if (parts[index]?.kind === 'literal') parts.splice(index, 1, ...literal(text));
}

function matchLinear(
  parts: readonly PatternPart[],
  context: PlaceholderContext,
  leniency: DateLeniency,
): TextPattern['match'] {
  const expression = `^\\s*${expressionOf(parts, context, leniency)}\\s*$`;
  const compiled = RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE);
  return (text) => {
    const matcher = compiled.matcher(text.normalize('NFC').trim());
    if (!matcher.matches()) return null;
    return placeholdersOf(parts).flatMap((placeholder, index) => {
      const captured = matcher.group(index + 1);
      return captured === null
        ? []
        : [{ placeholder, text: captured, start: matcher.start(index + 1) }];
    });
  };
}

/** Returns whether a part is literal, or a placeholder for so many digits and plain characters between them. */
function isRigid(part: PatternPart, context: PlaceholderContext): boolean {
  if (part.kind === 'literal') return true;
  if (part.kind === 'optional') return false;
  const expression = placeholderExpression(part.placeholder, context, 'exact');
  return /^(?:\[0-9\]\{\d\}|\\\W|[\w /-])*$/.test(expression);
}

/** Captures every part, so that their lengths tell where each starts; white space is RE2's, that of ASCII. */
function matchRigid(
  parts: readonly PatternPart[],
  context: PlaceholderContext,
): TextPattern['match'] {
  const groups = parts.map((part) =>
    part.kind === 'literal'
      ? `(${literalExpression(part.text)})`
      : expressionOf([part], context, 'exact'),
  );
  const compiled = new RegExp(`^${groups.join('')}$`.replaceAll('\\s', '[\\t\\n\\f\\r ]'), 'iu');
  return (text) => {
    const match = compiled.exec(text.normalize('NFC').trim());
    if (match === null) return null;
    let start = 0;
    return parts.flatMap((part, index): Capture[] => {
      const captured = match[index + 1] ?? '';
      start += captured.length;
      return part.kind === 'placeholder'
        ? [{ placeholder: part.placeholder, text: captured, start: start - captured.length }]
        : [];
    });
  };
}

function expressionOf(
  parts: readonly PatternPart[],
  context: PlaceholderContext,
  leniency: DateLeniency,
): string {
  return parts
    .map((part) => {
      if (part.kind === 'literal') return literalExpression(part.text);
      if (part.kind === 'optional') return `(?:${expressionOf(part.parts, context, leniency)})?`;
      return `(${placeholderExpression(part.placeholder, context, leniency)})`;
    })
    .join('');
}

function literalExpression(text: string): string {
  return escapeExpression(text.normalize('NFC')).replace(/\s+/g, '\\s+');
}
