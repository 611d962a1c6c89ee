import { diffLines } from '../../text/diff-lines.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import { shiftRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Minutes } from '../../minutes/read-minutes.ts';
import { isSeparatorRow, type RowGroup } from '../../minutes/row-groups.ts';
import type { TableRow } from '../../minutes/table.ts';

/**
 * Returns the edits that move a group of a table's rows after another, or before all where it is null.
 * The separators between the groups stay where they are.
 */
export function moveGroup(
  group: RowGroup,
  after: RowGroup | null,
  groups: readonly RowGroup[],
  minutes: Minutes,
): readonly TextEdit[] {
  const { text, markdown } = minutes;
  const first = groups[0]?.rows[0];
  const last = groups.at(-1)?.rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = markdown.lines.lineRangeAt(first.range.start).start;
  const { end } = markdown.lines.lineRangeAt(last.range.start);
  const others = groups.filter((other) => other !== group);
  const place = after === null ? 0 : others.indexOf(after) + 1;
  const ordered = [...others.slice(0, place), group, ...others.slice(place)];
  const lineOf = ({ range }: TableRow): string => {
    const line = markdown.lines.lineRangeAt(range.start);
    return text.slice(line.start, line.end);
  };
  const moved = ordered.flatMap((each, index) => [
    ...each.rows.slice(0, contentLength(each)),
    ...(groups[index]?.rows.slice(contentLength(groups[index])) ?? []),
  ]);
  const body = moved.map(lineOf).join(lineEndingOf(text));
  return diffLines(text.slice(start, end), body).map((edit) => ({
    ...edit,
    range: shiftRange(edit.range, start),
  }));
}

/** Counts the rows of a group without the separators after it. */
function contentLength({ rows }: RowGroup): number {
  return rows.findLastIndex((row) => !isSeparatorRow(row)) + 1;
}
