import { RequestType, type TextEdit } from 'vscode-languageserver-protocol';

/** A template that the user may choose for a document. */
export interface TemplateChoice {
  readonly name: string;
  /** URI under which the template opens. */
  readonly uri: string;
  /** Where the template comes from. */
  readonly origin: 'preset' | 'file';
  /** The template as `minutes.templates` names it: a preset, or a path relative to the workspace folder. */
  readonly setting: string;
  /** Whether it is the one that checks the document now. */
  readonly current: boolean;
  /** Edits that choose the template by a modeline in the document. */
  readonly modeline: readonly TextEdit[];
}

/** What the user may choose for a document. */
export interface TemplateChoices {
  readonly templates: readonly TemplateChoice[];
  /** Globs relative to the workspace folder that hold the document; none where it lies outside any folder. */
  readonly globs: readonly string[];
}

/** Asks for the templates that may be chosen for a document. */
export const templateChoicesRequest = new RequestType<
  { readonly uri: string },
  TemplateChoices,
  void
>('minutes/templateChoices');
