import { itemsBelow } from './items-below.ts';
import type { WrittenLine } from './written-lines.ts';

/** Headings of sections that list actions, where no template says which do. */
export const actionsHeading =
  /^(?:(?:new|open)\s+)?(?:action(?:s|[ -]?items?)|aufgaben|maßnahmen|points? d[’']action|アクション(?:アイテム)?)$/iu;

/** A line that says nothing except that actions follow. */
const label =
  /^(?:\*\*|__)?(?:(?:ACTIONS?|Actions?)(?: (?:ITEMS?|[Ii]tems?))?|action items?|AIs)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*$/;

/** Returns the top-level items of the lists that such lines introduce. */
export function linesInActionLists(
  lines: readonly WrittenLine[],
  text: string,
): ReadonlySet<WrittenLine> {
  const found = new Set<WrittenLine>();
  for (const [index, { content }] of lines.entries()) {
    if (!label.test(content)) continue;
    const items = itemsBelow(lines, index, text);
    const top = Math.min(...items.map(({ indentation }) => indentation));
    for (const item of items) if (item.indentation === top) found.add(item);
  }
  return found;
}
