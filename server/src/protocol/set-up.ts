import { RequestType } from 'vscode-languageserver-protocol';

/** A template that is proposed for the minutes of a folder. */
export interface ProposedTemplate {
  /** The file's name in `.minutes/`, without its ending. */
  readonly name: string;
  readonly text: string;
  /** One line on what it is for. */
  readonly description: string;
  /** What it would find, as Markdown. */
  readonly report: string;
  readonly doubts: readonly TemplateDoubt[];
}

/** A decision of a template that the minutes don't settle. */
export interface TemplateDoubt {
  /** The line of the template that makes it, and the one that makes the other. */
  readonly line: string;
  readonly otherLine: string;
  readonly message: string;
  /** What making the other decision is called. */
  readonly title: string;
}

/** What a folder can be set up with. */
export interface SetUpChoices {
  /** From the minutes that are there. */
  readonly proposals: readonly ProposedTemplate[];
  /** To begin with where there are none. */
  readonly presets: readonly ProposedTemplate[];
}

/** Asks for the templates that a folder can be set up with. */
export const setUpRequest = new RequestType<{ readonly folder: string }, SetUpChoices, void>(
  'minutes/setUp',
);
