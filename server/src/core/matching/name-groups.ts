import type { Expected, Item } from './sibling-items.ts';

/** What the names of items alone say about how often sections are there. */
export interface NameGroups {
  /** Leaving out a section's place costs something: no item names it, or another may take the place of one that does. */
  readonly isWanted: (expected: number) => boolean;
  /** All items that name a section are needed for places of that name that are required. */
  readonly isSpare: (expected: number) => boolean;
  /** An item has a name that is there more often than it may be. */
  readonly isDoubled: (item: number) => boolean;
}

/** Items that surely stand for one of the sections of a name, wherever they are. */
interface NameGroup {
  readonly members: readonly number[];
  readonly items: number;
  readonly required: number;
  readonly capacity: number;
}

/**
 * Returns what the names of items say: whoever has the name of a section stands for it, in order or not,
 * so that how many are absent doesn't depend on the order.
 */
export function groupNames(items: readonly Item[], expected: readonly Expected[]): NameGroups {
  const groups = new Map<string, NameGroup>();
  const keys = items.map(keyOf);
  for (const [index, key] of keys.entries()) {
    if (key === null) continue;
    const members = (items[index]?.options ?? []).map((option) => option.expected);
    const sum = (limit: 'min' | 'max'): number =>
      members.reduce((total, member) => total + (expected[member]?.[limit] ?? 0), 0);
    groups.set(key, {
      members,
      items: (groups.get(key)?.items ?? 0) + 1,
      required: sum('min'),
      capacity: sum('max'),
    });
  }
  const groupOf = expected.map((_, index) =>
    [...groups.values()].find(({ members }) => members.includes(index)),
  );
  const others = new Set(
    items.flatMap(({ options }, index) =>
      keys[index] === null ? options.map((option) => option.expected) : [],
    ),
  );
  return {
    isWanted: (index) => {
      const group = groupOf[index];
      if (group === undefined) return true;
      return group.items < group.required && group.members.some((member) => others.has(member));
    },
    isSpare: (index) => {
      const group = groupOf[index];
      return group !== undefined && group.members.length > 1 && group.items <= group.required;
    },
    isDoubled: (index) => {
      const group = groups.get(keys[index] ?? '');
      return group !== undefined && group.items > group.capacity;
    },
  };
}

/** Names the sections that an item surely stands for one of: those of one literal name, or the only one. */
function keyOf({ options, unknown }: Item): string | null {
  const isSure =
    options.length > 0 &&
    unknown === Infinity &&
    options.every(({ movable }) => movable) &&
    (options.length === 1 || options.every(({ rank }) => rank === 0));
  return isSure ? options.map(({ expected }) => String(expected)).join() : null;
}
