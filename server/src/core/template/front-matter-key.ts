import type { TextPattern } from './text-pattern.ts';

/** A key that the front matter of minutes has to have. */
export interface FrontMatterKey {
  readonly key: string;
  readonly optional: boolean;
  /** What the value is compared with; null where any value will do. */
  readonly pattern: TextPattern | null;
  /** The value as the template has it, a text for `pattern`. */
  readonly value: unknown;
}
