import type { Expected, Item } from './sibling-items.ts';

/** What the names of items alone say about how often sections are there. */
export interface NameGroups {
  /** Leaving out a section's place costs something: no item names it, or another may take the place of one that does. */
  readonly isWanted: (expected: number) => boolean;
  /** All items that name a section are needed for places of that name that are required. */
  readonly isSpare: (expected: number) => boolean;
  /** An item is needed for a required place of its name, and the option is no such place. */
  readonly isNeededElsewhere: (item: number, expected: number) => boolean;
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
 * Returns what the names of items say: an item with the name of a section stands for it, in order or not,
 * so that how many are absent doesn't depend on the order. `areKept` says that no such item stands for another section, of any text.
 */
export function groupNames(
  items: readonly Item[],
  expected: readonly Expected[],
  areKept: boolean,
): NameGroups {
  const members = items.map(namedBy);
  const groups = joinOverlapping(members).map((group): NameGroup => {
    const sum = (limit: 'min' | 'max'): number =>
      group.reduce((total, index) => total + (expected[index]?.[limit] ?? 0), 0);
    const own = members.filter((each) => each.some((index) => group.includes(index)));
    return { members: group, items: own.length, required: sum('min'), capacity: sum('max') };
  });
  const groupOf = expected.map((_, index) => groups.find((group) => group.members.includes(index)));
  const others = new Set(
    items.flatMap(({ options }, index) =>
      members[index]?.length === 0 ? options.map((option) => option.expected) : [],
    ),
  );
  return {
    isWanted: (index) => {
      const group = groupOf[index];
      if (group === undefined) return true;
      if (group.members.length > 1 && group.capacity > group.required) return true;
      return group.items < group.required && group.members.some((member) => others.has(member));
    },
    isSpare: (index) => {
      const group = groupOf[index];
      return group !== undefined && group.members.length > 1 && group.items <= group.required;
    },
    isNeededElsewhere: (index, place) => {
      const group = groupOf[members[index]?.[0] ?? -1];
      const isNeeded = group !== undefined && (areKept || group.items <= group.required);
      return isNeeded && groupOf[place] !== group;
    },
    isDoubled: (index) => {
      const group = groupOf[members[index]?.[0] ?? -1];
      return group !== undefined && group.items > group.capacity;
    },
  };
}

/** Returns the sections that an item surely stands for one of: those of one name, or the only one; any text that it fits doesn't count. */
function namedBy({ options, unknown }: Item): readonly number[] {
  const definite = options.filter(({ movable }) => movable);
  const isSure = unknown === Infinity && definite.every(({ rank }) => rank === definite[0]?.rank);
  return isSure ? definite.map(({ expected }) => expected) : [];
}

/** Joins lists that share a member. */
function joinOverlapping(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>((joined, list) => {
    if (list.length === 0) return joined;
    const shares = (other: readonly number[]): boolean => other.some((each) => list.includes(each));
    const own = new Set([...joined.filter(shares).flat(), ...list]);
    return [...joined.filter((other) => !shares(other)), [...own].sort((a, b) => a - b)];
  }, []);
}
