import { parseMarkdown, type MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { composeEdits, offsetAfter } from '../../text/compose-edits.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import { shiftRange, type OffsetRange } from '../../text/offset-range.ts';
import { applyEdits, editsConflict, type TextEdit } from '../../text/text-edit.ts';
import { lineAt } from '../../text/text-line.ts';
import { cursorAfter, editsAroundCursor } from './cursor-travel.ts';

/** A cursor with what is selected up to it. */
export interface Cursor {
  readonly anchor: number;
  readonly active: number;
}

/** Returns what a key does at a cursor; null where it does nothing special. */
export type Key = (document: MarkdownDocument, cursor: Cursor) => KeyEdit | null;

/** Returns what follows from a key at the places where it leads. */
export type Settle = (document: MarkdownDocument, offset: number) => readonly TextEdit[];

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
  /** Whether the editor's cursors get there by the edits alone, so that they need not be set. */
  readonly cursorsFollow: boolean;
}

/**
 * Returns what a key does at every cursor of a text, as one step; null where it does nothing special at one of them.
 * Of edits that cannot be made together, the first cursor's are made.
 */
export function pressKey(
  document: MarkdownDocument,
  cursors: readonly Cursor[],
  key: Key,
  settle: Settle = () => [],
): KeyEdits | null {
  const { text } = document;
  const chosen: {
    readonly cursor: Cursor;
    readonly own: readonly TextEdit[];
    readonly selection: OffsetRange;
  }[] = [];
  const edits: TextEdit[] = [];
  for (const cursor of cursors) {
    const pressed = key(document, cursor);
    if (pressed === null) return null;
    const around = pressed.edits
      .flatMap((edit) => editsAroundCursor(text, edit, cursor.active))
      .filter(({ range, text: written }) => text.slice(range.start, range.end) !== written);
    const joins = around.every((edit) => !edits.some((other) => collides(edit, other)));
    const own = joins ? around : [];
    edits.push(...own);
    chosen.push({ cursor, own, selection: joins ? pressed.selection : rangeOf(cursor) });
  }
  const selections = chosen.map(({ cursor, own, selection }) => {
    const others = edits.filter((edit) => !own.includes(edit) && edit.range.start < cursor.active);
    const shift = others.reduce((sum, edit) => sum + growthOf(edit), 0);
    return { start: selection.start + shift, end: selection.end + shift };
  });
  return follow(cursors, settleAll(document, { edits, selections }, settle));
}

type Pressed = Pick<KeyEdits, 'edits' | 'selections'>;

function settleAll(document: MarkdownDocument, pressed: Pressed, settle: Settle): Pressed {
  if (pressed.edits.length === 0) return pressed;
  let settled = pressed;
  for (const index of pressed.selections.keys()) {
    for (const side of ['start', 'end'] as const) {
      const { edits, selections } = settled;
      const now = parseMarkdown(applyEdits(document.text, edits), document);
      const more = settle(now, selections[index]?.[side] ?? 0);
      if (more.length === 0) continue;
      settled = {
        edits: composeEdits(document.text, edits, more),
        selections: selections.map(({ start, end }) => ({
          start: offsetAfter(start, more),
          end: offsetAfter(end, more),
        })),
      };
    }
  }
  return settled;
}

function follow(cursors: readonly Cursor[], { edits, selections }: Pressed): KeyEdits {
  const cursorsFollow = selections.every(({ start, end }, index) => {
    const cursor = cursors[index] ?? { anchor: start, active: start };
    const followed = cursorAfter(edits, cursor.active);
    return cursor.anchor === cursor.active && start === followed && end === followed;
  });
  return { edits, selections, cursorsFollow };
}

function rangeOf({ anchor, active }: Cursor): OffsetRange {
  return { start: Math.min(anchor, active), end: Math.max(anchor, active) };
}

function collides(a: TextEdit, b: TextEdit): boolean {
  return editsConflict(a, b) || a.range.start === b.range.start;
}

/** Begins a line as far in as the one at an offset, with what follows the offset, as an editor does by itself. */
export function beginLine({ text }: MarkdownDocument, { active: offset }: Cursor): KeyEdit {
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
 * what was typed at the cursor follows what the key writes.
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
