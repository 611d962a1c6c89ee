import { diffArrays } from 'diff';
import { linesWithEndings } from './split-lines.ts';
import type { TextEdit } from './text-edit.ts';

/** Returns edits of whole lines that turn one text into another and leave alone what both share. */
export function diffLines(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const change of diffArrays([...linesWithEndings(before)], [...linesWithEndings(after)])) {
    const text = change.value.join('');
    const end = change.added ? offset : offset + text.length;
    if (change.added || change.removed) {
      append(edits, { range: { start: offset, end }, text: change.added ? text : '' });
    }
    offset = end;
  }
  return edits;
}

/** Joins an insertion with the deletion that it replaces. */
function append(edits: TextEdit[], edit: TextEdit): void {
  const last = edits.at(-1);
  if (last?.range.end !== edit.range.start) {
    edits.push(edit);
    return;
  }
  const range = { start: last.range.start, end: edit.range.end };
  edits.splice(-1, 1, { range, text: last.text + edit.text });
}
