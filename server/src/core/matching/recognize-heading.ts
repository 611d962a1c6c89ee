import type { Heading } from '../minutes/heading.ts';
import { isClosedList, type PlaceholderContext } from '../template/placeholder.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import {
  createPattern,
  holdsWord,
  matchPattern,
  placeholdersOf,
  type TextPattern,
} from '../template/text-pattern.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { cachedByText } from '../text/cached.ts';
import { carriesName } from './carried-name.ts';
import { allSections, isNamed, literalNames, openPatterns } from './heading-match.ts';
import { looseName, withoutOrnaments } from './loose-name.ts';
import { slipOf } from './slip.ts';

/** What a heading is by its text alone, whatever its level and place; each list in the template's order. */
export interface Recognition {
  /** Sections of which it is a name as it is written. */
  readonly exact: readonly TemplateSection[];
  /** Sections of which it is a name except for what comparing ignores. */
  readonly loose: readonly TemplateSection[];
  /** Sections whose placeholders it fits, or repeats. */
  readonly fits: readonly TemplateSection[];
  /** Sections of whose names it is a slip. */
  readonly slips: readonly TemplateSection[];
  /** Sections whose names it has among more words, where it is nothing else. */
  readonly carried: readonly TemplateSection[];
}

/** How definite a section's names are: literal ones before closed lists, patterns, numbers and any text. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** Knows the sections of a template by their names. */
export interface Recognizer {
  /** Returns what a heading is by its text; the result is cached. */
  readonly recognize: (text: string) => Recognition;
  readonly rankOf: (section: TemplateSection) => Rank;
}

/** Returns what knows a template's sections by their names. */
export function createRecognizer(template: Template): Recognizer {
  const sections = allSections(template);
  const context = template.options.placeholders;
  const looseNames = looseNamesOf(template.sections);
  const fitting = sections.filter((each) => each.team === null && openPatterns(each).length > 0);
  const evenPatterns = new Map(
    fitting.map((each) => [
      each,
      openPatterns(each).map((open) => evenPattern(open, each.kind === 'title', context)),
    ]),
  );
  const plain = sections.filter(({ team, kind }) => team === null && kind !== 'release');
  const ranks = new Map(sections.map((each) => [each, rankOf(each, context)]));
  const recognize = cachedByText((text): Recognition => {
    if (text === '') return unknown;
    const key = normalizeText(text);
    const exact = sections.filter(({ keys }) => keys.includes(key));
    const name = looseName(text);
    const loose = sections.filter((each) => looseNames.get(each)?.has(name) === true);
    const bare = withoutOrnaments(text);
    const fits = fitting.filter(
      (each) =>
        openPatterns(each).some((open) => matchPattern(open, text) !== null) ||
        normalizeText(each.name) === key ||
        evenPatterns.get(each)?.some((even) => matchPattern(even, bare) !== null) === true,
    );
    const isKnown = exact.length > 0 || loose.length > 0;
    const slips = isKnown ? [] : slipsIn(sections, text);
    const isOther = isKnown || slips.length > 0 || fits.some(isNamed);
    const carried = isOther ? [] : plain.filter((each) => carriesName(text, each));
    return { exact, loose, fits, slips, carried };
  });
  return { recognize, rankOf: (section) => ranks.get(section) ?? 0 };
}

/** Returns the sections that a heading names, as it is written or except for what comparing ignores. */
export function namedBy({ exact, loose }: Recognition): readonly TemplateSection[] {
  return exact.length > 0 ? exact : loose;
}

/** Returns the sections whose names a heading has among more words, or without those that are struck. */
export function carriedBy(
  { text, unstruckText }: Pick<Heading, 'text' | 'unstruckText'>,
  { recognize }: Recognizer,
): readonly TemplateSection[] {
  const { carried } = recognize(text);
  if (unstruckText === text) return carried;
  const unstruck = recognize(
    unstruckText
      .replace(/([([])\s+/g, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return [...carried, ...namedBy(unstruck), ...unstruck.fits, ...unstruck.carried];
}

const unknown: Recognition = { exact: [], loose: [], fits: [], slips: [], carried: [] };

/** Returns a pattern without what comparing ignores at its ends, unless no word would be left, or a title loses its number. */
function evenPattern(
  pattern: TextPattern,
  isTitle: boolean,
  context: PlaceholderContext,
): TextPattern {
  const bare = withoutOrnaments(pattern.source);
  if (bare === pattern.source) return pattern;
  const even = createPattern(bare, context);
  const isUnnumbered = placeholdersOf(even.parts).length < placeholdersOf(pattern.parts).length;
  return isUnnumbered && (isTitle || !holdsWord(even)) ? pattern : even;
}

/** Returns the loose names of the sections, without those by which siblings would be the same. */
function looseNamesOf(
  siblings: readonly TemplateSection[],
  names = new Map<TemplateSection, ReadonlySet<string>>(),
): ReadonlyMap<TemplateSection, ReadonlySet<string>> {
  const keysOf = new Map<string, Set<string>>();
  const all = siblings.map((section) => ({ section, written: literalNames(section) }));
  for (const name of all.flatMap(({ written }) => written)) {
    const keys = keysOf.get(looseName(name)) ?? new Set();
    keysOf.set(looseName(name), keys.add(normalizeText(name)));
  }
  for (const { section, written } of all) {
    const loose = written
      .map(looseName)
      .filter((name) => name !== '' && keysOf.get(name)?.size === 1);
    names.set(section, new Set(loose));
    looseNamesOf(section.children, names);
  }
  return names;
}

/** Returns the sections of whose names a text is a slip, unless two names are as near. */
function slipsIn(sections: readonly TemplateSection[], text: string): readonly TemplateSection[] {
  const slips = sections.flatMap((section) =>
    literalNames(section).flatMap((name) => {
      const slip = slipOf(text, name);
      return slip === null ? [] : [{ section, name: normalizeText(name), edits: slip.edits }];
    }),
  );
  const fewest = Math.min(...slips.map(({ edits }) => edits));
  const nearest = slips.filter(({ edits }) => edits === fewest);
  return new Set(nearest.map(({ name }) => name)).size === 1
    ? sections.filter((each) => nearest.some(({ section }) => section === each))
    : [];
}

function rankOf({ pattern }: TemplateSection, context: PlaceholderContext): Rank {
  if (pattern.literal !== null) return 0;
  const placeholders = placeholdersOf(pattern.parts);
  if (placeholders.every((each) => isClosedList(each, context))) return 1;
  if (isNamed({ pattern }) || placeholders.every(({ name }) => !isFree(name, context))) return 2;
  return placeholders.every(({ name }) => name === 'number') ? 3 : 4;
}

/** Returns whether a placeholder stands for texts of any form. */
function isFree(name: string, { own }: PlaceholderContext): boolean {
  return name === 'number' || (!Object.hasOwn(own, name) && name !== 'date' && name !== 'weekday');
}
