import { lineEndingOf } from '../../text/insert-block.ts';
import { shiftRange, type OffsetRange } from '../../text/offset-range.ts';
import { editsConflict, type TextEdit } from '../../text/text-edit.ts';
import { lineAt } from '../../text/text-line.ts';
import { cursorAfter, editsAroundCursor } from './cursor-travel.ts';

/** What a key does at one cursor. */
export interface KeyEdit {
  readonly edits: readonly TextEdit[];
  /** What is selected then, in the text after the edits. */
  readonly selection: OffsetRange;
}

/** What a key does at all cursors. */
export interface KeyEdits {
  readonly edits: readonly TextEdit[];
  readonly selections: readonly OffsetRange[];
  /** Whether the editor's cursors get there by the edits alone, so that nobody has to set them. */
  readonly cursorsFollow: boolean;
}

/**
 * Returns what a key does at every cursor of a text, as one step; null where it does nothing of its own at one of them.
 * Of edits that cannot be made together, the first cursor's are made.
 */
export function pressKey(
  text: string,
  cursors: readonly number[],
  key: (text: string, cursor: number) => KeyEdit | null,
): KeyEdits | null {
  const chosen: {
    readonly cursor: number;
    readonly own: readonly TextEdit[];
    readonly selection: OffsetRange;
  }[] = [];
  const edits: TextEdit[] = [];
  for (const cursor of cursors) {
    const pressed = key(text, cursor);
    if (pressed === null) return null;
    const around = pressed.edits.flatMap((edit) => editsAroundCursor(text, edit, cursor));
    const joins = around.every((edit) => !edits.some((other) => collides(edit, other)));
    const own = joins ? around : [];
    edits.push(...own);
    const selection = joins ? pressed.selection : { start: cursor, end: cursor };
    chosen.push({ cursor, own, selection });
  }
  const selections = chosen.map(({ cursor, own, selection }) => {
    const others = edits.filter((edit) => !own.includes(edit) && edit.range.start < cursor);
    const shift = others.reduce((sum, edit) => sum + growthOf(edit), 0);
    return { start: selection.start + shift, end: selection.end + shift };
  });
  const cursorsFollow = selections.every(({ start, end }, index) => {
    const followed = cursorAfter(edits, cursors[index] ?? start);
    return start === followed && end === followed;
  });
  return { edits, selections, cursorsFollow };
}

function collides(a: TextEdit, b: TextEdit): boolean {
  return editsConflict(a, b) || a.range.start === b.range.start;
}

/** Begins a line as far in as the one at an offset, with what stands behind the offset, as an editor does by itself. */
export function beginLine(text: string, offset: number): KeyEdit {
  const line = lineAt(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(line.start, offset))?.[0] ?? '';
  const added = lineEndingOf(text) + indent;
  const cursor = offset + added.length;
  return {
    edits: [{ range: { start: offset, end: offset }, text: added }],
    selection: { start: cursor, end: cursor },
  };
}

/**
 * Returns what a key does in a text into which something was typed after it was pressed and before it was applied:
 * what was typed at the cursor stands behind what the key writes.
 * Null where something was replaced that the key replaces, too.
 */
export function rebaseKey(pressed: KeyEdits, typed: TextEdit): KeyEdits | null {
  const { edits, selections } = pressed;
  const { start } = typed.range;
  const split = edits.flatMap((edit) => splitAt(edit, start));
  if (split.some((edit) => editsConflict(edit, typed))) return null;
  const grown = growthOf(typed);
  const before = split.filter(({ range }) => range.end <= start);
  const behind = split.filter(({ range }) => range.end > start);
  const place = start + before.reduce((sum, edit) => sum + growthOf(edit), 0);
  const move = (offset: number): number => (offset >= place ? offset + grown : offset);
  return {
    ...pressed,
    edits: [
      ...before,
      ...behind.map((edit) => ({ ...edit, range: shiftRange(edit.range, grown) })),
    ],
    selections: selections.map((range) => ({ start: move(range.start), end: move(range.end) })),
  };
}

/** Returns an edit as one that ends at an offset inside of it, and one that removes the rest. */
function splitAt(edit: TextEdit, offset: number): readonly TextEdit[] {
  const { start, end } = edit.range;
  if (offset < start || end <= offset) return [edit];
  return [
    { range: { start, end: offset }, text: edit.text },
    { range: { start: offset, end }, text: '' },
  ];
}

function growthOf({ range, text }: TextEdit): number {
  return text.length - (range.end - range.start);
}
