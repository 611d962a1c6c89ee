import { readLabel } from '../minutes/label.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { FieldRename } from './template-changes.ts';

/** Returns the edits that give a field its new label in a range of the text; its marks and its value stay. */
export function renameField(
  text: string,
  range: OffsetRange,
  { from, to }: FieldRename,
): readonly TextEdit[] {
  const key = normalizeText(from);
  const label = labelsIn(text, range).find((each) => each.key === key);
  return label === undefined ? [] : [{ range: label.range, text: to }];
}

function labelsIn(
  text: string,
  { start, end }: OffsetRange,
): readonly { readonly key: string; readonly range: OffsetRange }[] {
  return [
    ...text.slice(start, end).matchAll(/^([ \t]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)?)([^\r\n]+)/gm),
  ].flatMap(({ index, 1: indent = '', 2: line = '' }) => {
    const label = readLabel(line);
    if (label === null) return [];
    const from = start + index + indent.length + line.indexOf(label.name);
    return [{ key: label.key, range: { start: from, end: from + label.name.length } }];
  });
}
