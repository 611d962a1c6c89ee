import type { ActionItem } from './read-actions.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** Returns the edit that says of an action that it is done, in its check box or at its end. */
export function markDone({ boxOffset, range }: Pick<ActionItem, 'boxOffset' | 'range'>): TextEdit {
  return boxOffset === null
    ? { range: { start: range.end, end: range.end }, text: ' ✅' }
    : { range: { start: boxOffset, end: boxOffset + 1 }, text: 'x' };
}
