import { RequestType, type Position } from 'vscode-languageserver-protocol';

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
  /** The BCP 47 tag of the language that days are written in. */
  readonly locale: string;
}

/** A day that new minutes may be of, or may not. */
export interface DayChoice {
  /** ISO date. */
  readonly date: string;
  /** The day in words. */
  readonly label: string;
  /** What is known of the day, such as “next meeting by the schedule”. */
  readonly description: string;
  /** Whether there is a meeting without minutes, none as the template says, or one that has minutes. */
  readonly kind: 'free' | 'excepted' | 'held';
  /** URI of its minutes; null where there are none. */
  readonly uri: string | null;
}

/** A day as somebody typed it. */
export interface ReadDayParams {
  /** URI of the template. */
  readonly template: string;
  readonly text: string;
  /** The BCP 47 tag of the language that days are written in. */
  readonly locale: string;
}

/** The day that was typed, or what is wrong with it; neither where nothing was typed. */
export interface ReadDayAnswer {
  readonly day: DayChoice | null;
  readonly problem: string | null;
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
  /** The days of the next meetings, the likeliest first, and those that are left out or have minutes. */
  readonly days: readonly DayChoice[];
  /** Whether the template has a place for topics. */
  readonly takesTopics: boolean;
  /** The topics that the agenda has, as far as the template has a place for them. */
  readonly topics: readonly string[];
  /** The minutes, once template and date are chosen. */
  readonly minutes: {
    readonly uri: string;
    readonly text: string;
    /** The text in LSP's snippet syntax. */
    readonly snippet: string;
    /** Where the text belongs in a file that there is already; null for a new file. */
    readonly place: Position | null;
    readonly carried: readonly CarriedLabel[];
    /** Name of the file that it is carried over from. */
    readonly from: string;
  } | null;
}

/** Asks for the minutes of the next meeting. */
export const newMinutesRequest = new RequestType<NewMinutesParams, NewMinutesAnswer, void>(
  'minutes/newMinutes',
);

/** Asks which day a text names. */
export const readDayRequest = new RequestType<ReadDayParams, ReadDayAnswer, void>(
  'minutes/readDay',
);
