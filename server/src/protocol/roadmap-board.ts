import { RequestType, type Position, type TextEdit } from 'vscode-languageserver-protocol';
import type { BoardChange, RoadmapBoard } from '../core/features/roadmap-board.ts';

/** An item of a roadmap, with the position of its text. */
export interface PlacedItem {
  readonly text: string;
  readonly position: Position;
  readonly change: BoardChange | null;
}

/** A roadmap as columns, one for each horizon. */
export interface PlacedTable {
  readonly name: string;
  readonly columns: readonly {
    readonly horizon: string;
    readonly items: readonly PlacedItem[];
  }[];
}

/** The roadmaps of one version of minutes as columns. */
export interface PlacedBoard extends Pick<RoadmapBoard, 'since' | 'gone'> {
  readonly version: number;
  readonly tables: readonly PlacedTable[];
}

/** An item that moves, by its position in one version of the minutes. */
export interface MoveItemParams {
  readonly uri: string;
  readonly version: number;
  readonly position: Position;
  /** The place of the column among those of its table, from 0. */
  readonly column: number;
  /** The place among the other items of that column, from 0. */
  readonly place: number;
}

/** Asks for the roadmaps of minutes as columns; null where no template claims them. */
export const roadmapBoardRequest = new RequestType<
  { readonly uri: string },
  PlacedBoard | null,
  void
>('minutes/roadmapBoard');

/** Asks for the edits that move an item; null where the minutes have another version, or nothing is to be moved. */
export const moveItemRequest = new RequestType<MoveItemParams, readonly TextEdit[] | null, void>(
  'minutes/moveRoadmapItem',
);
