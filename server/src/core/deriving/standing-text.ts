import { blockRange } from '../markdown/node-range.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { blocksIn } from '../minutes/read-minutes.ts';
import { sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { withDatePlaceholders } from './dates-in-text.ts';

/** A range of minutes whose text is compared with that of others. */
export interface TextPlace {
  readonly minutes: Minutes;
  readonly range: OffsetRange;
  /** The day of the minutes, an ISO date; null where it is unknown. */
  readonly date: string | null;
}

/** What part of the minutes has to have a text. */
const most = 0.9;
const fewest = 3;

/**
 * Returns the blocks and list items that most of the places have, as the last of them writes them,
 * with days as `{date}`, and of what varies after a label the label.
 */
export function standingText(places: readonly TextPlace[]): string {
  const all = places.map((place) => unitsOf(place));
  const counts = new Map<string, number>();
  for (const units of all) {
    for (const key of new Set(units.flatMap(({ readings }) => readings.map(({ key }) => key)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const isStanding = ({ key, text }: Reading): boolean =>
    (counts.get(key) ?? 0) >= Math.max(fewest, places.length * most) && !isOfItsDay.test(text);
  const taken = new Set<string>();
  let result = '';
  let last: object | null = null;
  for (const { readings, list } of all.at(-1) ?? []) {
    const reading = readings.find(isStanding);
    if (reading === undefined || taken.has(reading.key)) continue;
    taken.add(reading.key);
    const gap = result === '' ? '' : list !== null && list === last ? '\n' : '\n\n';
    result += gap + reading.text;
    last = list;
  }
  return result;
}

/** Tasks, attendees, and issues that stay open for a while, belong to their day although they come back. */
const isOfItsDay =
  /^(?:[-*+]\s+)?\[[ xX]\]\s+\S|^(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?(?:@[\w-]+|\[?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}\]?)\s*(?:[(@[–-].*)?$|#\d/u;

/** A block, or an item of a list. */
interface Unit {
  /** How others may have it, the most telling first: word for word, then with a label alone. */
  readonly readings: readonly Reading[];
  /** The list that it is an item of. */
  readonly list: object | null;
}

/** A text as it is compared and as it is written. */
interface Reading {
  readonly key: string;
  readonly text: string;
}

function unitsOf({ minutes, range, date }: TextPlace): readonly Unit[] {
  return blocksIn(minutes, range).flatMap(({ node, range: own }): Unit[] => {
    if (node.type === 'heading' || node.type === 'table' || node.type === 'yaml') return [];
    const start = own.start - blockRange(node).start;
    if (node.type !== 'list') {
      return [{ readings: readingsOf(sliceRange(minutes.text, own), date), list: null }];
    }
    return node.children.flatMap((item): Unit[] => {
      const text = sliceRange(minutes.text, blockRange(item, start));
      return [{ readings: readingsOf(firstLine(text), date), list: node }];
    });
  });
}

/** An item counts without what is nested below it, which is what was said. */
function firstLine(item: string): string {
  return /^[^\n]*/.exec(item)?.[0] ?? item;
}

const label =
  /^(\s*(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?(?:\*\*|__|\*|_)?\p{L}[^:\n]{0,40}?(?:\*\*|__|\*|_)?:(?:\*\*|__|\*|_)?)(?:[ \t]+(\S[^\n]*))?$/u;

function readingsOf(text: string, date: string | null): readonly Reading[] {
  const dated = withDatePlaceholders(withoutBraces(text.trim()), date);
  const whole = { key: keyOf(dated), text: dated };
  const [, before, after] = label.exec(dated) ?? [];
  if (before === undefined || after === undefined || before.split(/\s+/).length > 7) return [whole];
  return [whole, { key: keyOf(before), text: before }];
}

function keyOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[-*+] /, '')
    .toLowerCase();
}

/** A brace would be read as a placeholder. */
function withoutBraces(text: string): string {
  return text.replace(/\{(?=[A-Za-z])/g, '(').replace(/\}/g, ')');
}
