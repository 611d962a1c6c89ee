import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import { blocksIn, readMinutes, type Minutes } from '../../minutes/read-minutes.ts';

/** An unresolved merge conflict, as git writes it; each range is a marker's line. */
export interface Conflict {
  readonly ours: OffsetRange;
  /** Begins what both sides started from, where git is set to show it. */
  readonly base: OffsetRange | null;
  readonly separator: OffsetRange;
  readonly theirs: OffsetRange;
}

/** Returns the conflicts of minutes in document order; those that a fenced code block shows don't count. */
export function conflictsIn(minutes: Minutes): readonly Conflict[] {
  if (!minutes.text.includes('<<<<<<< ')) return [];
  const found = findConflicts(minutes);
  if (found.length === 0) return [];
  const code = codeBesides(found, minutes);
  return found.filter(
    ({ ours }) => !code.some(({ start, end }) => start < ours.start && ours.end < end),
  );
}

type MarkerKind = 'ours' | 'base' | 'separator' | 'theirs';

const markerLine = /(?<![^\r\n])(?:<{7} |\|{7}(?![^ \r\n])|={7}[ \t]*(?![^\r\n])|>{7} )/g;
const markerKinds: Readonly<Record<string, MarkerKind>> = {
  '<': 'ours',
  '|': 'base',
  '=': 'separator',
  '>': 'theirs',
};

/** Finds markers that are in order; another opening marker begins another conflict. */
function findConflicts({ text, markdown: { lines } }: Minutes): Conflict[] {
  const conflicts: Conflict[] = [];
  let open: Partial<Record<MarkerKind, OffsetRange>> = {};
  for (const { index } of text.matchAll(markerLine)) {
    const kind = markerKinds[text.charAt(index)] ?? 'separator';
    const { ours, base = null, separator } = open;
    const line = lines.lineRangeAt(index);
    if (kind === 'ours') open = { ours: line };
    else if (ours === undefined) continue;
    else if (kind === 'theirs' && separator !== undefined) {
      conflicts.push({ ours, base, separator, theirs: line });
      open = {};
    } else if (kind !== 'theirs' && separator === undefined && (kind !== 'base' || base === null)) {
      open = { ...open, [kind]: line };
    }
  }
  return conflicts;
}

/**
 * Finds the code blocks of the text as it is with our side of each conflict,
 * for a fence that both sides open or close is one fence too many.
 */
function codeBesides(conflicts: readonly Conflict[], { text, markdown }: Minutes): OffsetRange[] {
  let ours = '';
  let end = 0;
  for (const conflict of conflicts) {
    const { start } = conflict.base ?? conflict.separator;
    ours += text.slice(end, conflict.ours.start) + blank(text, conflict.ours);
    ours += text.slice(conflict.ours.end, start);
    ours += blank(text, { start, end: conflict.theirs.end });
    end = conflict.theirs.end;
  }
  ours += text.slice(end);
  const resolved = readMinutes(parseMarkdown(ours, markdown));
  return blocksIn(resolved, { start: 0, end: ours.length }).flatMap(({ node, range }) =>
    node.type === 'code' ? [range] : [],
  );
}

function blank(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end).replace(/[^\r\n]/g, ' ');
}
