import {
  PositionEncodingKind,
  type Position,
  type Range,
  type TextDocumentContentChangeEvent,
  type TextEdit as ProtocolEdit,
} from 'vscode-languageserver';
import type { LineIndex } from '../core/text/line-index.ts';
import type { OffsetRange } from '../core/text/offset-range.ts';
import type { TextEdit } from '../core/text/text-edit.ts';

/** A text with its lines, in which offsets become positions. */
export interface PositionedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Converts between core's offsets and the positions of this session's encoding. */
export interface Converter {
  readonly encoding: PositionEncodingKind;
  toPosition(document: PositionedText, offset: number): Position;
  toRange(document: PositionedText, range: OffsetRange): Range;
  toOffsetRange(document: PositionedText, range: Range): OffsetRange;
  toEdits(document: PositionedText, edits: readonly TextEdit[]): ProtocolEdit[];
  /** Returns a change with its range in UTF-16, given the text of a 0-based line before the change. */
  toUtf16Change(
    change: TextDocumentContentChangeEvent,
    lineText: (line: number) => string,
  ): TextDocumentContentChangeEvent;
}

/** Returns the converter for a position encoding (LSP 3.18, `positionEncoding`). */
export function createConverter(encoding: PositionEncodingKind): Converter {
  const width = widthIn(encoding);

  const toPosition = (document: PositionedText, offset: number): Position => {
    const { line, column } = document.lines.pointAt(offset);
    if (encoding === PositionEncodingKind.UTF16) return { line: line - 1, character: column - 1 };
    const { start } = document.lines.lineRange(line);
    return { line: line - 1, character: width(document.text.slice(start, start + column - 1)) };
  };

  const toUtf16 = (position: Position, lineText: string): Position => ({
    line: position.line,
    character: unitsBefore(lineText, position.character, width),
  });

  const toOffset = (document: PositionedText, position: Position): number => {
    const { start, end } = document.lines.lineRange(position.line + 1);
    if (position.line >= document.lines.lineCount) return document.text.length;
    const { character } =
      encoding === PositionEncodingKind.UTF16
        ? position
        : toUtf16(position, document.text.slice(start, end));
    return Math.min(start + character, end);
  };

  const toRange = (document: PositionedText, range: OffsetRange): Range => ({
    start: toPosition(document, range.start),
    end: toPosition(document, range.end),
  });

  return {
    encoding,
    toPosition,
    toRange,
    toOffsetRange: (document, range) => ({
      start: toOffset(document, range.start),
      end: toOffset(document, range.end),
    }),
    toEdits: (document, edits) =>
      edits.map(({ range, text }) => ({ range: toRange(document, range), newText: text })),
    toUtf16Change(change, lineText) {
      if (encoding === PositionEncodingKind.UTF16 || !('range' in change)) return change;
      const { start, end } = change.range;
      return {
        text: change.text,
        range: {
          start: toUtf16(start, lineText(start.line)),
          end: toUtf16(end, lineText(end.line)),
        },
      };
    },
  };
}

/** Returns how long a text is in an encoding's units. */
function widthIn(encoding: PositionEncodingKind): (text: string) => number {
  switch (encoding) {
    case PositionEncodingKind.UTF8:
      return (text) => widthOf(text, utf8Width);
    case PositionEncodingKind.UTF32:
      return (text) => widthOf(text, () => 1);
    default:
      return (text) => text.length;
  }
}

function widthOf(text: string, characterWidth: (character: string) => number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function utf8Width(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Counts the UTF-16 units of the whole characters that fit into a width. */
function unitsBefore(text: string, width: number, measure: (text: string) => number): number {
  let units = 0;
  let used = 0;
  for (const character of text) {
    used += measure(character);
    if (used > width) break;
    units += character.length;
  }
  return units;
}
