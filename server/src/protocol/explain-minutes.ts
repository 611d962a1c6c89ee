import { RequestType } from 'vscode-languageserver-protocol';

/** Asks why a document is checked as it is, as a page in Markdown; null where no template claims it. */
export const explainRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'minutes/explain',
);
