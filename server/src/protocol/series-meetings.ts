import { RequestType, type Position } from 'vscode-languageserver-protocol';

/** A meeting of a series. */
export interface SeriesMeeting {
  readonly uri: string;
  /** Where the minutes begin; not at the start where a file holds those of many meetings. */
  readonly start: Position;
  readonly title: string;
  /** ISO date; null where neither file name nor title has one. */
  readonly date: string | null;
  /** A draft is of today or later. */
  readonly state: 'draft' | 'held' | 'cancelled';
  /** How many findings the user's problems show; null where the minutes were not checked, long after the meeting. */
  readonly findingCount: number | null;
}

/** The series of some minutes, with the name of its template. */
export interface SeriesMeetings {
  readonly name: string;
  /** The newest first. */
  readonly meetings: readonly SeriesMeeting[];
}

/** Asks for the meetings of the series that minutes belong to; null for a document of none. */
export const seriesMeetingsRequest = new RequestType<
  { readonly uri: string },
  SeriesMeetings | null,
  void
>('minutes/seriesMeetings');
