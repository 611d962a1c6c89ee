import type { Mark, Target } from './chart.ts';
import type { TimeBin } from './time-bins.ts';

/** Numbers of a time, one for each color, with what each says. */
export interface ColumnParts {
  readonly bin: TimeBin;
  readonly parts: readonly { readonly count: number; readonly title: string }[];
  readonly target: Target | null;
}

/** Returns the marks of columns whose parts are stacked. */
export function stackedColumns(columns: readonly ColumnParts[]): readonly Mark[] {
  return columns.flatMap(({ bin, parts, target }) => {
    let low = 0;
    return parts.flatMap(({ count, title }, color): readonly Mark[] => {
      if (count === 0) return [];
      const mark = { low, high: low + count, color, strength: 0.85, title, target };
      low += count;
      return [{ from: bin.from, to: bin.to, row: '', ...mark }];
    });
  });
}
