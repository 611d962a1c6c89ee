import { normalizeText } from '../text/normalize-text.ts';
import { isKnownPlaceholder, placeholdersIn, type Placeholder } from '../template/placeholder.ts';
import { splitLines } from '../text/split-lines.ts';
import { lineContent, type IsOpenLine } from './wording.ts';
import type { TemplateOptions } from '../template/template.ts';

/**
 * Returns what finds the lines that say nothing yet:
 * an unfilled text, only placeholders, or a line of the template that holds one.
 */
export function createOpenLines(templateText: string, options: TemplateOptions): IsOpenLine {
  const isKnown = ({ placeholder }: { readonly placeholder: Placeholder }): boolean =>
    isKnownPlaceholder(placeholder, options.placeholders);
  const open = new Set(options.unfilled);
  for (const content of splitLines(templateText).map(lineContent)) {
    if (placeholdersIn(content).some(isKnown)) open.add(normalizeText(content));
  }
  const longest = Math.max(0, ...Array.from(open, ({ length }) => length));
  return (content, normalized) =>
    (normalized.length <= longest && open.has(normalized)) ||
    (content.includes('{') &&
      !/[\p{L}\p{N}]/u.test(without(placeholdersIn(content).filter(isKnown), content)));
}

function without(places: ReturnType<typeof placeholdersIn>, text: string): string {
  let rest = '';
  let end = 0;
  for (const place of places) {
    rest += text.slice(end, place.start);
    end = place.end;
  }
  return rest + text.slice(end);
}
