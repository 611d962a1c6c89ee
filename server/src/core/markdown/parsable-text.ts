/**
 * Returns a text with letters in place of what takes micromark quadratic time and is never written on purpose,
 * or all of the stack: nesting deeper than 200 characters of markers and indentation,
 * more than 2,000 delimiters of emphasis, links and HTML between two blank lines,
 * and the ends of more than 100 conflicts, which are quotations in quotations that the text below goes on with.
 * Every other character stays at its offset.
 */
export function parsableText(text: string): string {
  if (text.length < mostNesting) return text;
  const shallow = withoutConflictEnds(text.replace(deepNesting, letters));
  if (shallow.length < mostDelimiters) return shallow;
  return shallow.replace(block, (part) => {
    if (part.length < mostDelimiters || (part.match(delimiters)?.length ?? 0) < mostDelimiters)
      return part;
    return part.replace(delimiters, letters);
  });
}

function withoutConflictEnds(text: string): string {
  if (!text.includes(conflictEnd)) return text;
  const isFull = (text.match(conflictEnds)?.length ?? 0) > mostConflicts;
  return isFull ? text.replace(conflictEnds, letters) : text;
}

const conflictEnd = '>>>>>>>';
const conflictEnds = /(?<![^\r\n])>{7}(?=[ \r\n]|$)/g;
const mostConflicts = 100;
const mostNesting = 200;
const mostDelimiters = 2000;

const deepNesting = /(?<![^\r\n])(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){200,}/g;
const block = /(?:[^\r\n]+(?:\r\n|\r|\n)?)+/g;
const delimiters = /[*_~]+|[[\]<]/g;

function letters(text: string): string {
  return 'x'.repeat(text.length);
}
