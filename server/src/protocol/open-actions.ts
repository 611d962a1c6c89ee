import {
  RequestType,
  RequestType0,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol';

/** An action that is not reported as done, as it was last mentioned. */
export interface OpenAction {
  readonly uri: string;
  /** What it says in the minutes, by which its place is found again. */
  readonly source: string;
  readonly text: string;
  readonly owners: readonly string[];
  /** ISO date; null where none is named. */
  readonly due: string | null;
  readonly isOverdue: boolean;
  /** Title and ISO date of the minutes that mention it last. */
  readonly meeting: string;
  readonly date: string | null;
  /** ISO date of the minutes that mention it first. */
  readonly since: string | null;
}

/** Asks for the open actions of all minutes of the workspace, the latest mentioned first. */
export const openActionsRequest = new RequestType0<readonly OpenAction[], void>(
  'minutes/openActions',
);

/** Where an action is, and the edits that say that it is done. */
export interface ActionPlace {
  readonly range: Range;
  readonly done: readonly TextEdit[];
}

/** Asks where an action is by now; null where the minutes no longer have it. */
export const actionPlaceRequest = new RequestType<
  Pick<OpenAction, 'uri' | 'source'>,
  ActionPlace | null,
  void
>('minutes/actionPlace');
