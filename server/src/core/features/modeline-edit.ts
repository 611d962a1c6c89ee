import { bodyStart } from '../markdown/front-matter-place.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** Returns the edit that makes a modeline of the minutes name a template: in the present one, else in a new one at the top. */
export function modelineEdit(text: string, name: string): TextEdit {
  const present =
    /(?<=^[ \t]*<!--[ \t]*minutes-template:[ \t]*)\S(?:[^\r\n]*?\S)?(?=[ \t]*-->)/m.exec(text);
  if (present !== null) {
    const range = { start: present.index, end: present.index + present[0].length };
    return { range, text: name };
  }
  const start = bodyStart(text);
  const ending = lineEndingOf(text);
  const line = `<!-- minutes-template: ${name} -->${ending}${ending}`;
  return { range: { start, end: start }, text: line };
}
