import type { Label } from '../minutes/label.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Search } from './placeholder-search.ts';
import type { Placeholder } from './placeholder.ts';

/** A line of the template's text with a label and something to fill in, such as `Date: {date}`. */
export interface TemplateField extends Pick<Label, 'name' | 'key' | 'source'> {
  /** How many lists it is in. */
  readonly depth: number;
  /** The marker of its list item, with the space after it; empty in a paragraph. */
  readonly marker: string;
  /** What stands for something, in order; empty where the template has the label alone. */
  readonly placeholders: readonly Placeholder[];
  /** It may be left empty, and out. */
  readonly optional: boolean;
  /** Finds what the placeholders that are compared stand for. */
  readonly searches: readonly Search[];
  readonly range: OffsetRange;
}

/** A line of the template's text that begins with a day, such as `{date:dddd, D MMMM YYYY}`. */
export interface DateLine {
  readonly depth: number;
  readonly search: Search;
}
