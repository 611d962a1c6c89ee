import { piecesIn, type Minutes } from '../minutes/read-minutes.ts';
import type { Piece, PlacedPiece } from '../markdown/piece.ts';
import { joinWordings, type TextWording } from './wording.ts';
import type { MatchedTeam, OutlineMatch, TemplateMatch } from './template-match.ts';
import { endOfLine } from '../text/end-of-line.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** A team's update with its wording. */
export interface UpdateWording {
  readonly matched: MatchedTeam;
  /** What the lines of the update say, one a line; empty where they say nothing. */
  readonly wording: string;
}

/**
 * Returns what finds the wordings of the teams' updates in minutes, in document order; of two with one name the first.
 * It has a cache by outline: only updates with another piece are read again.
 */
export function createUpdateWordings(
  matchOf: (minutes: Minutes) => TemplateMatch,
  wordingOf: (piece: Piece) => TextWording,
): (minutes: Minutes) => readonly UpdateWording[] {
  const cache = new WeakMap<OutlineMatch, LastRead>();
  return (minutes) => {
    const match = matchOf(minutes);
    const { pieces } = minutes.markdown;
    const last = cache.get(match.ofOutline);
    const isChanged = changedSince(last?.pieces, pieces);
    const updates = last?.updates ?? firstOfEachName(match.teams);
    const read: ReadUpdate[] = [];
    const wordings: UpdateWording[] = [];
    for (const update of updates) {
      const matched = match.teams[update.index];
      if (matched === undefined) continue;
      const now = isChanged(update)
        ? readUpdate(update.index, matched, minutes, wordingOf)
        : update;
      read.push(now);
      wordings.push({ matched, wording: now.wording });
    }
    cache.set(match.ofOutline, { pieces, updates: read });
    return wordings;
  };
}

/** The updates of the last version with an outline. */
interface LastRead {
  readonly pieces: readonly PlacedPiece[];
  readonly updates: readonly ReadUpdate[];
}

/** The wording of a team's update, and the pieces that it is in. */
interface ReadUpdate {
  /** The team's place among those of the match. */
  readonly index: number;
  readonly wording: string;
  readonly firstPiece: number;
  readonly endPiece: number;
}

/** Returns the teams, without what they say. */
function firstOfEachName(teams: readonly MatchedTeam[]): readonly ReadUpdate[] {
  const names = new Set<string>();
  return teams.flatMap(({ team: { key } }, index) => {
    if (names.has(key)) return [];
    names.add(key);
    return [{ index, wording: '', firstPiece: 0, endPiece: Infinity }];
  });
}

/** Returns a function that says whether one of the pieces that an update was read from is another now. */
function changedSince(
  before: readonly PlacedPiece[] | undefined,
  pieces: readonly PlacedPiece[],
): (update: ReadUpdate) => boolean {
  if (before?.length !== pieces.length) return () => true;
  const isOther = ({ piece }: PlacedPiece, index: number): boolean =>
    piece !== before[index]?.piece;
  const first = pieces.findIndex(isOther);
  const last = pieces.findLastIndex(isOther);
  return ({ firstPiece, endPiece }) => firstPiece <= last && first < endPiece;
}

function readUpdate(
  index: number,
  { section: { heading, range } }: MatchedTeam,
  minutes: Minutes,
  wordingOf: (piece: Piece) => TextWording,
): ReadUpdate {
  const { pieces } = minutes.markdown;
  const start = endOfLine(minutes.text, heading.range.end);
  const parts = piecesIn(minutes.markdown, { start, end: range.end }).flatMap((placed) => {
    const wording = wordingWithin(
      start - placed.start,
      range.end - placed.start,
      wordingOf(placed.piece),
    );
    return wording === '' ? [] : [wording];
  });
  return {
    index,
    wording: parts.join('\n'),
    firstPiece: partitionPoint(pieces, (placed) => placed.start > heading.range.start) - 1,
    endPiece: partitionPoint(pieces, (placed) => placed.start >= range.end),
  };
}

function wordingWithin(start: number, end: number, text: TextWording): string {
  if (start <= text.bodyStart && text.end <= end) return text.wording;
  return joinWordings(text.lines.filter(({ range }) => start <= range.start && range.end <= end));
}
