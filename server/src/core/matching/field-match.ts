import { piecesIn, type Minutes } from '../minutes/read-minutes.ts';
import { textLinesOf, type TextLine } from '../minutes/text-lines.ts';
import type { TemplateField } from '../template/template-field.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';

/** A line of minutes with its place in the document. */
export type PlacedLine = TextLine;

/** Returns the lines of text in a range of minutes, in order. */
export function linesIn({ markdown }: Minutes, range: OffsetRange): readonly PlacedLine[] {
  return piecesIn(markdown, range).flatMap(({ piece, start }) => {
    const lines = textLinesOf(piece);
    return lines.flatMap((line): PlacedLine[] => {
      const from = start + line.range.start;
      if (from < range.start || from >= range.end) return [];
      return [
        {
          ...line,
          range: shiftRange(line.range, start),
          below: shiftRange(line.below, start),
        },
      ];
    });
  });
}

/** A field of the template with the line that fills it in; null where there is none. */
export interface MatchedField {
  readonly field: TemplateField;
  readonly line: PlacedLine | null;
}

/** Returns the fields of a part of the template with the lines that have their labels, the first at the template's depth. */
export function matchFields(
  fields: readonly TemplateField[],
  minutes: Minutes,
  range: OffsetRange,
): readonly MatchedField[] {
  if (fields.length === 0) return [];
  const lines = linesIn(minutes, range).filter(({ label }) => label !== null);
  const matched = fields.map((field) => ({
    field,
    line:
      lines.find(({ label, depth }) => label?.key === field.key && depth === field.depth) ?? null,
  }));
  const found = matched.flatMap(({ line }) => line ?? []);
  return matched.map(({ field, line }) => ({
    field,
    line: line && beforeOthers(line, found, minutes),
  }));
}

/** What goes on below a field ends where another one begins. */
function beforeOthers(
  line: PlacedLine,
  fields: readonly PlacedLine[],
  { text }: Minutes,
): PlacedLine {
  const { start, end } = line.below;
  const next = fields
    .filter((other) => other !== line && start <= other.range.start && other.range.start < end)
    .map(({ range }) => startOfLine(text, range.start));
  return next.length === 0 ? line : { ...line, below: { start, end: Math.min(...next) } };
}

function startOfLine(text: string, offset: number): number {
  return offset - (/[^\r\n]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
}

/** Returns what is written in a field: the rest of its line and what goes on below, without comments. */
export function fieldValue({ label, below }: PlacedLine, { text }: Minutes): string {
  const rest = text.slice(below.start, below.end);
  return `${label?.value ?? ''}${rest}`.replace(/<!--[^]*?-->/g, ' ').trim();
}
