/** What counts as not filled in where a template doesn’t say. */
export const defaultUnfilled: readonly string[] = [
  '[add here]',
  '[add updates here]',
  'TBD',
  'TODO',
];
