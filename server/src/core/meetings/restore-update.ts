import { diffArrays } from 'diff';
import type { Matcher } from '../matching/matcher.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { LostUpdate } from './lost-updates.ts';
import { updateLines, type UpdateLine } from './update-lines.ts';

/**
 * Returns the insertions that bring lost lines back to where they were among those that are left.
 * Nothing is overwritten; where only lines were deleted, the part is as it was to the last character.
 */
export function restoreUpdate(
  { before, now, lines }: LostUpdate,
  text: string,
  template: Matcher,
): readonly TextEdit[] {
  const changes = diffArrays([...before.lines()], [...updateLines(text, now.range, template)], {
    comparator: (a, b) => withoutEnding(a) === withoutEnding(b),
  });
  const onlyDeleted = changes.every(({ added }) => !added);
  const isLost = (line: UpdateLine): boolean => lines.includes(line);
  const edits: TextEdit[] = [];
  let offset = now.range.start;
  for (const { value, removed } of changes) {
    if (!removed) {
      offset = value.at(-1)?.range.end ?? offset;
      continue;
    }
    const brought = value.filter((line) => line.wording === '' || isLost(line));
    if (brought.some(isLost) || (onlyDeleted && brought.length > 0)) {
      edits.push({ range: { start: offset, end: offset }, text: linesAt(offset, brought, text) });
    }
  }
  return edits;
}

/** Returns lines as they are inserted at an offset, in the text's own line ending. */
function linesAt(offset: number, lines: readonly UpdateLine[], text: string): string {
  const eol = lineEndingOf(text);
  const joined = lines.map(withoutEnding).join(eol);
  const isLast = offset === text.length;
  const opening = offset > 0 && !/[\r\n]$/.test(text.slice(0, offset)) ? eol : '';
  const hadEnding = /[\r\n]$/.test(lines.at(-1)?.text ?? '');
  return opening + joined + (!isLast || (hadEnding && opening === '') ? eol : '');
}

function withoutEnding({ text }: UpdateLine): string {
  return text.replace(/\r\n$|[\r\n]$/, '');
}
