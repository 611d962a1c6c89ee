import type { MoveItemParams, PlacedBoard } from './roadmap-board.ts';

/** What the panel of a roadmap remembers. */
export interface BoardState {
  /** The minutes, as the editor writes their address. */
  readonly uri: string;
}

/** What the panel is to show. */
export interface ShownBoard {
  readonly kind: 'board';
  readonly state: BoardState;
  readonly title: string;
  /** Null where there are no minutes of a template. */
  readonly board: PlacedBoard | null;
  readonly words: BoardWords;
}

/** What the panel gets for a move that was not made. */
export interface FailedMove {
  readonly kind: 'failed';
}

/** The words of the panel; `{0}` and so on are what they are about. */
export interface BoardWords {
  readonly keys: string;
  readonly nothing: string;
  /** Of the date of the last meeting. */
  readonly since: string;
  readonly isNew: string;
  /** Of the horizon. */
  readonly movedFrom: string;
  readonly gone: string;
  /** Of the horizon. */
  readonly goneFrom: string;
  readonly noHorizon: string;
  /** Of the item, its horizon, its place there, and how many are there. */
  readonly moved: string;
  readonly failed: string;
  readonly toolbar: string;
  readonly left: string;
  readonly right: string;
  readonly up: string;
  readonly down: string;
  readonly open: string;
}

/** What the panel sends the extension. */
export type BoardMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly position: MoveItemParams['position'] }
  | ({ readonly kind: 'move' } & Omit<MoveItemParams, 'uri'>);
