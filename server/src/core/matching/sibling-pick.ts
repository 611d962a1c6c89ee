import type { Option } from './sibling-items.ts';

/** What an item stands for, before it is known whether one out of order fills a place or is one too many. */
export interface Pick {
  readonly option: Option;
  readonly inOrder: boolean;
}
