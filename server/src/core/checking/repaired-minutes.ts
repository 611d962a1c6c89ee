import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** Returns minutes as some edits would leave them. */
export type RepairMinutes = (minutes: Minutes, edits: readonly TextEdit[]) => Minutes;

/** Returns what repairs minutes, and reads only what differs from the last that it repaired. */
export function createRepair(): RepairMinutes {
  let last: Minutes | null = null;
  return (minutes, edits) => {
    const previous = last ?? minutes;
    const text = applyEdits(minutes.text, edits);
    last = readMinutes(parseMarkdown(text, previous.markdown), previous);
    return last;
  };
}
