/** A place where a text may be cut: before an ATX heading at column 1, or at its end. */
export interface Cut {
  readonly offset: number;
  /** Reports that no block can be open there; where it is false, only parsing can say. */
  readonly certain: boolean;
}

/**
 * Returns the next cut after an offset at which no block is open, skipping what precedes `body`.
 * A heading at column 1 ends all blocks but fenced code and HTML outside containers (CommonMark 4.2, 4.5, 4.6).
 * Fences and comments that begin at column 1 are followed to their end;
 * another line that may begin such a block makes the cut uncertain.
 */
export function nextCut(text: string, from: number, body: number): Cut {
  const lines = new RegExp(decisiveLine);
  lines.lastIndex = Math.max(from, body);
  let certain = true;
  let tag: number | null = null;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text)) {
    if (tag !== null && !blankLine.test(text.slice(tag, match.index))) certain = false;
    tag = null;
    if (match[1] !== undefined) {
      if (match.index > from) return { offset: match.index, certain };
    } else if (certain) {
      if (isTag(text, lines.lastIndex)) tag = match.index;
      else {
        const end = endOfBlock(text, match);
        if (end === null) certain = false;
        else lines.lastIndex = end;
      }
    }
  }
  return { offset: text.length, certain };
}

/** A heading at column 1, or a line that may begin fenced code or HTML; autolinks are neither. */
const decisiveLine =
  /(?<=^\uFEFF?|[\r\n])(?:(#{1,6})(?=[ \t\r\n]|$)|( {0,3})(?:(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})|<(?![A-Za-z][\w+.-]*[:@])))/g;

const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/;

/** Returns whether HTML of the kinds that end at a blank line may begin with the `<` before an offset. */
function isTag(text: string, offset: number): boolean {
  if (text.charAt(offset - 1) !== '<') return false;
  return !/^(?:[!?]|(?:script|pre|style|textarea)(?![\w-]))/i.test(text.slice(offset, offset + 10));
}

/** Returns the offset after the block that a line begins, or null where the line doesn't show it. */
function endOfBlock(text: string, match: RegExpExecArray): number | null {
  const [line, , indent = '', fence] = match;
  if (fence !== undefined) return indent === '' ? endOfFence(text, fence, match) : null;
  const start = match.index + line.length - 1;
  if (!text.startsWith('<!--', start)) return null;
  const end = text.indexOf('-->', start + 2);
  if (indent === '') return end === -1 ? text.length : end;
  const onOneLine = end !== -1 && !/[\r\n]/.test(text.slice(start, end));
  return onOneLine ? end : null;
}

function endOfFence(text: string, fence: string, { index }: RegExpExecArray): number {
  const marker = fence.charAt(0);
  const closing = new RegExp(
    `(?<![^\\r\\n]) {0,3}${marker}{${String(fence.length)},}[ \\t]*(?=[\\r\\n]|$)`,
    'g',
  );
  closing.lastIndex = index + fence.length;
  return closing.test(text) ? closing.lastIndex : text.length;
}
