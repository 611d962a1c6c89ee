import { RequestType } from 'vscode-languageserver-protocol';

/** What new minutes are asked for; each question that is open is answered with choices. */
export interface NewMinutesParams {
  /** URI of a folder, or of a file in it; null for the workspace. */
  readonly uri: string | null;
  /** URI of the template; null where the user has not chosen. */
  readonly template: string | null;
  /** ISO date of the meeting; null where the user has not chosen. */
  readonly date: string | null;
  /** Text of an agenda, whose items become topics; empty for none. */
  readonly agenda: string;
  /** Labels of what is not to be carried over. */
  readonly leftOut: readonly string[];
}

/** Something that new minutes take over from the last ones. */
export interface CarriedLabel {
  readonly kind: 'section' | 'task' | 'topic';
  readonly label: string;
  /** Name of the section that it goes to. */
  readonly section: string;
}

/** What the next minutes can be, as far as the user has chosen. */
export interface NewMinutesAnswer {
  /** The templates that could be meant. */
  readonly templates: readonly { readonly uri: string; readonly name: string }[];
  /** ISO dates of the next meetings without minutes. */
  readonly dates: readonly string[];
  /** ISO dates that have minutes. */
  readonly held: readonly string[];
  /** The minutes, once template and date are chosen. */
  readonly minutes: {
    readonly uri: string;
    readonly text: string;
    /** The text in LSP's snippet syntax. */
    readonly snippet: string;
    readonly carried: readonly CarriedLabel[];
    /** Name of the file that it is carried over from. */
    readonly from: string;
  } | null;
}

/** Asks for the minutes of the next meeting. */
export const newMinutesRequest = new RequestType<NewMinutesParams, NewMinutesAnswer, void>(
  'minutes/newMinutes',
);
