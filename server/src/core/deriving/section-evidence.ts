import type { Section } from '../minutes/outline.ts';
import { groupBy } from '../text/group-by.ts';
import { headingKeys } from './heading-keys.ts';
import type { SeriesFile } from './found-series.ts';

/** A place in an outline with the sections below it, in one of the minutes. */
export interface Siblings {
  readonly file: SeriesFile;
  readonly sections: readonly Section[];
}

/** A section that recurs at a place. */
export interface RecurringSection {
  /** What its headings have in common. */
  readonly key: string;
  /** Where it is, in the order of the minutes; several of one file where it repeats. */
  readonly places: readonly { readonly file: SeriesFile; readonly section: Section }[];
  /** How many of the minutes have it. */
  readonly count: number;
  /** Its earlier names in some of them. */
  readonly others: readonly string[];
}

/** What recurs at a place of the outlines. */
export interface Recurring {
  readonly sections: readonly RecurringSection[];
  /** How many minutes have their sections in another order. */
  readonly outOfOrder: number;
  /** Sections that recur nowhere. */
  readonly free: readonly { readonly file: SeriesFile; readonly section: Section }[];
}

/** What part of the minutes has to have a section, by its words or by its form with dates and numbers. */
const rarest = 0.25;
const usualForm = 0.6;
/** The share of the minutes over which it has to come back: a topic of some weeks is not a section. */
const lasting = 0.6;

/** Returns the sections that recur among the siblings of several minutes, in the order that most have. */
export function recurringSections(siblings: readonly Siblings[]): Recurring {
  const keyOf = recurringKeys(siblings);
  const placed = siblings.flatMap(({ file, sections }) =>
    sections.map((section) => ({ file, section, key: keyOf(section) })),
  );
  const byKey = groupBy(placed, ({ key }) => key);
  const found = [...byKey].flatMap(([key, places]): RecurringSection[] =>
    key === null
      ? []
      : [{ key, places, count: new Set(places.map(({ file }) => file)).size, others: [] }],
  );
  const merged = mergeNames(found, siblings);
  const sections = inOrder(merged, siblings);
  return {
    sections,
    outOfOrder: siblings.filter((own) => !follows(own, sections)).length,
    free: byKey.get(null) ?? [],
  };
}

/** An issue may be talked about for months, and is not a section. */
const isTopic = /#[\d{]|https?:/;

/** Returns a function that reports the recurring key of a section: the most specific that enough minutes have; null where none is. */
function recurringKeys(siblings: readonly Siblings[]): (section: Section) => string | null {
  const found = new Map<string, number[]>();
  siblings.forEach(({ sections }, index) => {
    const keys = new Set(sections.flatMap(({ heading }) => headingKeys(heading.text)));
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), index]);
  });
  const isRecurring = (key: string): boolean => {
    const places = found.get(key) ?? [];
    const part = key.includes('{') ? usualForm : rarest;
    const spread = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
    return (
      !isTopic.test(key) &&
      places.length >= Math.max(2, siblings.length * part) &&
      spread >= siblings.length * lasting
    );
  };
  return ({ heading }) => headingKeys(heading.text).find(isRecurring) ?? null;
}

/** Joins sections of which no minutes have both, and that are between the same others: one has another name. */
function mergeNames(
  found: readonly RecurringSection[],
  siblings: readonly Siblings[],
): readonly RecurringSection[] {
  const sorted = [...found].sort((a, b) => b.count - a.count);
  const merged: RecurringSection[] = [];
  for (const section of sorted) {
    const same = merged.findIndex((other) => isOtherName(section, other, siblings.length));
    const first = merged[same];
    if (first === undefined) merged.push(section);
    else {
      merged[same] = {
        ...first,
        places: [...first.places, ...section.places],
        count: first.count + section.count,
        others: [...first.others, section.places.at(-1)?.section.heading.text ?? ''],
      };
    }
  }
  return merged;
}

function isOtherName(a: RecurringSection, b: RecurringSection, all: number): boolean {
  if ((a.key + b.key).includes('{') || a.count + b.count < all * 0.9) return false;
  const files = new Set(a.places.map(({ file }) => file));
  if (b.places.some(({ file }) => files.has(file))) return false;
  const wordsOf = ({ key }: RecurringSection): readonly string[] => key.match(/\p{L}{4,}/gu) ?? [];
  const stems = new Set(wordsOf(a).map((word) => word.slice(0, 5)));
  return wordsOf(b).some((word) => stems.has(word.slice(0, 5)));
}

/** Sorts sections by where they are in their minutes on average. */
function inOrder(
  sections: readonly RecurringSection[],
  siblings: readonly Siblings[],
): readonly RecurringSection[] {
  const indexOf = new Map(
    siblings.flatMap((own) => own.sections.map((section, index) => [section, { index, own }])),
  );
  const before = (a: RecurringSection, b: RecurringSection): number => {
    let sum = 0;
    for (const { file, section } of a.places) {
      const other = b.places.find((place) => place.file === file);
      if (other === undefined) continue;
      sum += Math.sign(
        (indexOf.get(section)?.index ?? 0) - (indexOf.get(other.section)?.index ?? 0),
      );
    }
    return sum;
  };
  const wins = new Map(
    sections.map((own) => [
      own,
      sections.filter((other) => other !== own && before(own, other) > 0).length,
    ]),
  );
  return [...sections].sort((a, b) => (wins.get(a) ?? 0) - (wins.get(b) ?? 0) || before(a, b));
}

function follows({ file, sections }: Siblings, order: readonly RecurringSection[]): boolean {
  const places = sections.flatMap((section) => {
    const index = order.findIndex(({ places: own }) =>
      own.some((place) => place.file === file && place.section === section),
    );
    return index === -1 ? [] : [index];
  });
  return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
}
