import * as l10n from '@vscode/l10n';
import { lineEndingOf } from '../../text/insert-block.ts';
import { lineAfter, lineBefore } from '../../text/text-line.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';
import { insertionsFor, type Insertion } from '../insertions.ts';

/**
 * Offers what the minutes lack: first what belongs where the cursor is, whole, with blank lines around it,
 * then what belongs elsewhere and goes there; at either place first what has to be there.
 */
export function completeHeading(place: CompletionPlace): readonly Completion[] {
  const { minutes, template, roster, fileName } = place;
  const insertions = insertionsFor(minutes, template, roster, fileName);
  const { outline } = template.matchOf(minutes);
  const ranked = insertions.map((insertion, index) => ({
    insertion,
    rank:
      (belongsAt(place, insertion) ? 0 : 8) +
      (insertion.kind === 'section' && insertion.detail !== '' ? 1 : 0) +
      (insertion.name === '{team}' ? 4 : 0),
    index,
  }));
  const marker = /^#+/.exec(place.typed)?.[0] ?? null;
  return ranked
    .filter(({ insertion }) => outline.length > 0 || insertion.kind === 'section')
    .filter(({ insertion: { text, expected } }) =>
      marker === null
        ? expected.style === 'bold'
        : (/^#+/.exec(text)?.[0] ?? '').length >= marker.length,
    )
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ insertion }) => toCompletion(place, insertion));
}

/** Returns whether between the cursor's line and where an insertion goes there is nothing, or only what belongs below it. */
function belongsAt({ minutes, template, line }: CompletionPlace, insertion: Insertion): boolean {
  const { start, end } = insertion.edit.range;
  const from = Math.min(start, line.start);
  const to = Math.max(end, line.end);
  if (isBlank(minutes.text.slice(from, to))) return true;
  const between = minutes.headings.filter(({ range }) => from <= range.start && range.end <= to);
  const [first] = between;
  if (first === undefined || !isBlank(minutes.text.slice(from, first.range.start))) return false;
  const { sections, teams } = template.matchOf(minutes);
  const pairs = [...sections, ...teams];
  return between.every((heading) => {
    const pair = pairs.find(({ section }) => section.heading.range.start === heading.range.start);
    return pair === undefined
      ? heading.depth > insertion.expected.depth
      : isBelow(pair.expected, insertion.expected);
  });
}

function isBelow(section: TemplateSection, parent: TemplateSection): boolean {
  return parent.children.some((child) => child === section || isBelow(section, child));
}

function toCompletion(place: CompletionPlace, insertion: Insertion): Completion {
  const { kind, name, detail, help, text, snippet, edit } = insertion;
  const { line, offset, minutes, rest } = place;
  const common = {
    kind,
    label: text.split('\n')[0] ?? name,
    help,
    // An editor closes what is bold as soon as it begins.
    range: { start: line.start, end: rest.trim() === '' ? offset : line.end },
  };
  if (belongsAt(place, insertion)) {
    return { ...common, detail, text: setApart(text, place), snippet: setApart(snippet, place) };
  }
  const above = minutes.headings.findLast(({ range }) => range.start < edit.range.start);
  const where =
    above === undefined ? l10n.t('goes to the top') : l10n.t('goes below “{0}”', above.text);
  return {
    ...common,
    detail: [detail, where].filter(Boolean).join(', '),
    text: '',
    snippet: null,
    elsewhere: edit,
  };
}

/** Puts blank lines between a section and what is around the cursor's line. */
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
