/** Ids of the rules whose findings explain others about lists: what isn't a list yet, or not the one that was meant. */
export const brokenLists: readonly string[] = [
  'unfilled-text',
  'detached-row',
  'unparsed-heading',
  'bare-list-marker',
  'pseudo-list-item',
  'flattened-list-item',
];
