import { partsOf, templateOfMany } from '../matching/meetings-in-file.ts';
import type { Matcher } from '../matching/matcher.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { blankedText } from '../text/blanked-text.ts';
import { indexMinutes, type IndexedMinutes } from './indexed-minutes.ts';

/** Returns what a series keeps of a file: of its minutes, or of each of its meetings, each with an id of its own and places in the whole text. */
export function indexFile(
  id: string,
  text: string,
  fileName: string | null,
  template: Matcher,
): readonly IndexedMinutes[] {
  const many = templateOfMany(template);
  if (many === null) return [indexMinutes(id, text, fileName, template)];
  const { meetings } = partsOf(readMinutes(parseMarkdown(text)), many);
  return meetings.map(({ start, minutes }) => {
    const alone = blankedText(text.slice(0, start)) + minutes.text;
    return indexMinutes(`${id}#${String(start)}`, alone, null, many.meeting);
  });
}
