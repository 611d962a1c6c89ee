import { isCancelledAt } from '../matching/cancelled-meeting.ts';
import { readTemplate, type Matcher } from '../matching/matcher.ts';
import { allCancelledWords, cancelledWords } from '../template/cancelled-words.ts';
import type { SeriesFile } from './found-series.ts';

/** The minutes of a series, without those of meetings that were not held. */
export interface HeldMinutes {
  readonly held: readonly SeriesFile[];
  /** What the template has to say of the words for them: nothing where those of its language do. */
  readonly cancelled: readonly string[];
}

/** Returns the minutes of meetings that were held, and the words that the others have. */
export function separateCancelled(
  files: readonly SeriesFile[],
  locale: string | null,
): HeldMinutes {
  const any = templateWith(allCancelledWords());
  const notHeld = files.filter((file) => isCancelled(file, any));
  if (notHeld.length === 0) return { held: files, cancelled: [] };
  const known = cancelledWords(locale ?? 'en');
  const usual = templateWith(known);
  const unknown = notHeld.filter((file) => !isCancelled(file, usual));
  const found = allCancelledWords().filter((word) => {
    const own = unknown.length === 0 ? null : templateWith([word]);
    return own !== null && unknown.some((file) => isCancelled(file, own));
  });
  const held = files.filter((file) => !notHeld.includes(file));
  return { held, cancelled: found.length === 0 ? [] : [...known, ...found] };
}

function isCancelled({ path, minutes }: SeriesFile, template: Matcher): boolean {
  return isCancelledAt(minutes, template, path);
}

/** Returns a template of any minutes, which says nothing but the words. */
function templateWith(words: readonly string[]): Matcher {
  const text = `---\nminutes-template: 1\ncancelled: ${JSON.stringify(words)}\n---\n\n# {text}\n`;
  return readTemplate(text, 'any.md');
}
