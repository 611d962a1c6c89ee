import { holderOf, type CreateText, type PreviewToken } from './preview-token.ts';

/** A place of minutes that a preview marks. */
export interface PreviewMark {
  readonly kind: 'open-action' | 'unfilled' | 'empty';
  /** From 1, in the version that was read; the text may have moved since. */
  readonly line: number;
  /** What the line says; of what is unfilled, that alone. */
  readonly text: string;
  /** What is added after it; null for nothing. */
  readonly label: string | null;
}

/** Marks the places that are known of minutes: each is the nearest one of its words, for lines may have moved. */
export function markPlaces(
  tokens: readonly PreviewToken[],
  marks: readonly PreviewMark[],
  createText: CreateText,
): void {
  if (marks.length === 0) return;
  const places = placesIn(tokens);
  const taken = {
    'open-action': new Set<Place>(),
    unfilled: new Set<Place>(),
    empty: new Set<Place>(),
  };
  for (const mark of marks) {
    const place = nearest(places, mark, taken[mark.kind]);
    if (place === null) continue;
    taken[mark.kind].add(place);
    draw(tokens, place, mark, createText);
  }
}

interface Place {
  /** The index of its inline token. */
  readonly index: number;
  readonly token: PreviewToken;
  /** From 1. */
  readonly line: number;
}

function placesIn(tokens: readonly PreviewToken[]): readonly Place[] {
  let line = 1;
  return tokens.flatMap((token, index): readonly Place[] => {
    line = token.map === null ? line : token.map[0] + 1;
    return token.type === 'inline' ? [{ index, token, line }] : [];
  });
}

function nearest(
  places: readonly Place[],
  mark: PreviewMark,
  taken: ReadonlySet<Place>,
): Place | null {
  let found: Place | null = null;
  for (const place of places) {
    if (taken.has(place) || !says(place.token, mark)) continue;
    const isNearer = found === null || distance(place, mark) < distance(found, mark);
    if (isNearer) found = place;
  }
  return found;
}

function distance({ line }: Place, mark: PreviewMark): number {
  return Math.abs(line - mark.line);
}

function says({ content }: PreviewToken, { kind, text }: PreviewMark): boolean {
  if (kind === 'unfilled') return content.includes(text);
  const [first = ''] = content.split('\n', 1);
  return first.trim() === text;
}

function draw(
  tokens: readonly PreviewToken[],
  { token, index }: Place,
  { kind, text, label }: PreviewMark,
  createText: CreateText,
): void {
  const holder = holderOf(tokens, index);
  if (kind === 'unfilled') {
    if (token.content.trim() !== text) markWithin(token, text, createText);
    else if (!isMarked(holder)) holder?.attrJoin('class', 'minutes-unfilled');
    return;
  }
  if (kind === 'open-action') holder?.attrJoin('class', 'minutes-open-action');
  if (label === null) return;
  const note = [...createText(' ', null), ...createText(label, 'minutes-note')];
  token.children = [...(token.children ?? []), ...note];
}

function isMarked(holder: PreviewToken | undefined): boolean {
  return holder?.attrs?.some(([, value]) => value.includes('minutes-unfilled')) ?? false;
}

/** Marks a text among others, where it is within one of them. */
function markWithin(token: PreviewToken, text: string, createText: CreateText): void {
  const children = token.children ?? [];
  const index = children.findIndex(
    ({ type, content }) => type === 'text' && content.includes(text),
  );
  const found = children[index];
  if (found === undefined) return;
  const [before = '', ...others] = found.content.split(text);
  token.children = [
    ...children.slice(0, index),
    ...createText(before, null),
    ...createText(text, 'minutes-unfilled'),
    ...createText(others.join(text), null),
    ...children.slice(index + 1),
  ];
}
