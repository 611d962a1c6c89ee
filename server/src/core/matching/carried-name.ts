import type { TemplateSection } from '../template/template-section.ts';
import { matchPattern, placeholdersOf, type TextPattern } from '../template/text-pattern.ts';
import { bareWord } from '../text/bare-word.ts';
import { cachedByText } from '../text/cached.ts';
import { isNamed, literalNames, openPatterns } from './heading-match.ts';
import { looseName } from './loose-name.ts';
import { slipOf } from './slip.ts';

/**
 * Returns whether a heading has a section's name whole and more words beside it, such as “New {name}” or “{name} (discussed)”.
 * A name of one word may be a word of any other heading, but at the start of the title; what is a date alone comes first.
 */
export function carriesName(text: string, section: TemplateSection): boolean {
  const words = wordsOf(text);
  const isLiteral = literalNames(section).some((name) => {
    const own = wordsOf(name);
    if (own.length === 0 || own.length > words.length) return false;
    if (section.kind !== 'title' && slipOf(firstPartOf(text), name) !== null) return true;
    if (own.length === words.length) return false;
    if (own.length > 1) return hasRun(words, own);
    const [word = ''] = own;
    return section.kind === 'title' ? words[0] === word : partsOf(text).includes(word);
  });
  return isLiteral || (isTelling(section) && carriesPattern(text, section));
}

/** Tells whether a section is known by its words, or by its date. */
function isTelling(section: TemplateSection): boolean {
  return isNamed(section) || isDated(section);
}

function isDated({ pattern }: TemplateSection): boolean {
  return placeholdersOf(pattern.parts).some(({ name }) => name === 'date');
}

/** Returns the names that a heading joins, such as those of “Agenda / Minutes”, as they are compared; none where it is one. */
export function joinedNames(text: string): readonly string[] {
  const names = text.split(/\s*[|/]\s*|\s+(?:&|and|\+)\s+/);
  return names.length > 1 ? names.map(looseName).filter((name) => name !== '') : [];
}

/** So many words may be around what fits a pattern. */
const mostAround = 3;
const mostAroundTitle = 12;

function carriesPattern(text: string, section: TemplateSection): boolean {
  const patterns = openPatterns(section);
  if (patterns.length === 0) return false;
  const words = text.trim().split(/\s+/);
  const isTitle = section.kind === 'title';
  const isOnlyDated = !isTitle && !isNamed(section);
  const most = isTitle || isOnlyDated ? mostAroundTitle : mostAround;
  const shorter = Array.from({ length: Math.min(most, words.length - 1) }, (_, index) => [
    ...(isOnlyDated ? [] : [words.slice(index + 1).join(' ')]),
    words.slice(0, -index - 1).join(' '),
  ]).flat();
  return patterns.some(
    (pattern) =>
      shorter.some((each) => matchPattern(pattern, each) !== null) ||
      (section.kind !== 'title' && isLabeled(text, pattern)),
  );
}

/** Tells whether a heading has the label of a pattern such as “Date: {date}” alone, or with a value that the pattern doesn't take. */
function isLabeled(text: string, { parts: [first] }: TextPattern): boolean {
  if (first?.kind !== 'literal') return false;
  const label = looseName(first.text);
  const own = looseName(text);
  if (label === '' || !own.startsWith(label)) return false;
  const rest = own.slice(label.length);
  return rest === '' || /^\s*[:：–—-]/.test(rest) || /^\s.*\d/.test(rest);
}

/** Returns what a heading says before brackets, a dash, a colon or a stroke. */
function firstPartOf(text: string): string {
  return text.split(/[([|/:]|\s[-–—]\s/, 1)[0] ?? text;
}

/** Returns what a heading says beside brackets, dashes, colons and strokes. */
const partsOf = cachedByText((text): readonly string[] =>
  text.split(/[()[\]|/:]|\s[-–—]\s/).map((part) => wordsOf(part).join(' ')),
);

function hasRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, index) => words[start + index] === word));
}

const wordsOf = cachedByText((text): readonly string[] =>
  looseName(text)
    .split(' ')
    .map(bareWord)
    .filter((word) => word !== ''),
);
