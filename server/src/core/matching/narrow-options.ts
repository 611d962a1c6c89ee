import type { Expected, Item } from './sibling-items.ts';

/**
 * Returns the items without options that others take up: where as many as a section may be there have only its name,
 * an item with another name, too, is not this section.
 */
export function narrowOptions(
  items: readonly Item[],
  expected: readonly Expected[],
): readonly Item[] {
  const full = new Set(
    expected.flatMap(({ max }, index) =>
      items.filter((item) => isOnly(item, index)).length >= max ? [index] : [],
    ),
  );
  if (full.size === 0) return items;
  const narrowed = items.map((item) => {
    const options = item.options.filter((option) => !full.has(option.expected));
    const hasOther = options.some(({ movable }) => movable);
    return hasOther && options.length < item.options.length ? { ...item, options } : item;
  });
  return narrowed.every((item, index) => item === items[index])
    ? items
    : narrowOptions(narrowed, expected);
}

/** Tells whether an item surely is one section, and can be no other. */
function isOnly({ options, unknown }: Item, expected: number): boolean {
  return (
    unknown === Infinity &&
    options.some(({ movable }) => movable) &&
    options.every((option) => option.expected === expected)
  );
}
