import type { ListItem } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import { columnsOf } from '../text/indentation.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt } from '../text/text-line.ts';

/** Where a list item's marker is, in columns (CommonMark 5.2). */
export interface ListItemPlace {
  /** `-`, `*`, `+`, or a number with its delimiter. */
  readonly marker: string;
  readonly markerRange: OffsetRange;
  /** Columns before the marker. */
  readonly indent: number;
  /** Columns before the item's content: what a line needs to belong to the item. */
  readonly contentIndent: number;
}

/** Returns the place of an item in the text of its piece; null for an item without a marker. */
export function placeOfListItem(item: ListItem, text: string): ListItemPlace | null {
  const { start } = blockRange(item);
  const line = lineAt(text, start);
  const before = line.text.slice(0, start - line.start);
  const [, marker = '', space = ''] =
    /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(line.text.slice(before.length)) ?? [];
  if (marker === '') return null;
  const indent = columnsOf(before);
  const width = columnsOf(before + marker + space) - indent - marker.length;
  const blank = before.length + marker.length + space.length === line.text.length;
  const padding = width > 4 || blank ? 1 : width;
  return {
    marker,
    markerRange: { start, end: start + marker.length },
    indent,
    contentIndent: indent + marker.length + padding,
  };
}
