import { RequestType, type Location, type Position } from 'vscode-languageserver-protocol';

/** Where someone looks from, and in which direction of time. */
export interface NearUpdateParams {
  readonly uri: string;
  readonly position: Position;
  readonly direction: 'previous' | 'next';
}

/** A team's update before or after one. */
export interface NearUpdate {
  /** The team's name. */
  readonly team: string;
  /** Where the other update's heading is; null where there is none. */
  readonly location: Location | null;
}

/** Asks for the previous or the next update of the team in whose section a position is; null where it is in none. */
export const nearUpdateRequest = new RequestType<NearUpdateParams, NearUpdate | null, void>(
  'minutes/nearUpdate',
);
