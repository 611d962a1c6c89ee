import { lineEndingOf } from '../../text/insert-block.ts';
import { lineAfter, lineBefore } from '../../text/text-line.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';
import { insertionsFor, type Insertion } from '../insertions.ts';

/**
 * Offers what the minutes lack: first what belongs where the cursor is, then what belongs elsewhere,
 * at either place first what has to be there; each whole, with blank lines around it.
 */
export function completeHeading(place: CompletionPlace): readonly Completion[] {
  const { minutes, template, roster, fileName, line, offset } = place;
  const insertions = insertionsFor(minutes, template, roster, fileName);
  const { outline } = template.matchOf(minutes);
  const belongsHere = ({ edit }: Insertion): boolean =>
    isBlank(
      minutes.text.slice(
        Math.min(edit.range.start, line.start),
        Math.max(edit.range.end, line.end),
      ),
    );
  const ranked = insertions.map((insertion, index) => ({
    insertion,
    rank:
      (belongsHere(insertion) ? 0 : 2) +
      (insertion.kind === 'section' && insertion.detail !== '' ? 1 : 0) +
      (insertion.name === '{team}' ? 4 : 0),
    index,
  }));
  const marker = /^#+/.exec(place.typed)?.[0] ?? '#';
  return ranked
    .filter(({ insertion }) => outline.length > 0 || insertion.kind === 'section')
    .filter(({ insertion: { text } }) => (/^#+/.exec(text)?.[0] ?? '').length >= marker.length)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ insertion }) => ({
      kind: insertion.kind,
      label: insertion.text.split('\n')[0] ?? insertion.name,
      detail: insertion.detail,
      help: insertion.help,
      range: { start: line.start, end: offset },
      text: setApart(insertion.text, place),
      snippet: setApart(insertion.snippet, place),
    }));
}

/** Puts blank lines between a section and what stands around the cursor's line. */
function setApart(block: string, { minutes: { text }, line }: CompletionPlace): string {
  const eol = lineEndingOf(text);
  const before = lineBefore(text, line);
  const after = lineAfter(text, line);
  const content = block.trimEnd().replace(/\r\n|\r|\n/g, eol);
  const leading = before !== null && before.text.trim() !== '' ? eol : '';
  const trailing = after !== null && after.text.trim() !== '' ? eol : '';
  return leading + content + trailing;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
