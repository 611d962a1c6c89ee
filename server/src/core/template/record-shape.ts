import type { OffsetRange } from '../text/offset-range.ts';
import { placeholdersIn, type PlaceholderContext } from './placeholder.ts';
import type { RecordKind } from './refinements.ts';
import { createShape, type TextPattern } from './text-pattern.ts';

/** How a template writes the items of a section that keeps a record. */
export interface RecordShape {
  readonly pattern: TextPattern;
  /** The item has a check box. */
  readonly hasBox: boolean;
  /** The item with its marker, as the template writes it. */
  readonly source: string;
  /** The line in the template's text. */
  readonly range: OffsetRange;
}

const firstItem = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(\[[ xX]\][ \t]+)?(.*\{.*\S)[ \t]*$/m;

/** Returns the shape of the actions or decisions of a section: its first line with a placeholder for what they say; null where it has none. */
export function readRecordShape(
  kind: RecordKind | null,
  text: string,
  { start, end }: OffsetRange,
  context: PlaceholderContext,
): RecordShape | null {
  if (kind !== 'actions' && kind !== 'decisions') return null;
  const body = text
    .slice(start, end)
    .replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));
  const found = firstItem.exec(body);
  if (found === null) return null;
  const [line, indentation = '', marker = '', box = '', content = ''] = found;
  if (!placeholdersIn(content).some(({ placeholder: { name } }) => name === 'text')) return null;
  const from = start + found.index + indentation.length;
  return {
    pattern: createShape(withoutMarks(content), context),
    hasBox: box !== '',
    source: marker + box + content,
    range: { start: from, end: from + line.trim().length },
  };
}

/** Returns an item without the marks of bold text, in which shapes and items may differ. */
export function withoutMarks(content: string): string {
  return content.replace(/\*\*|__/g, '');
}
