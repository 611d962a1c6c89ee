import { RequestType } from 'vscode-languageserver-protocol';

/** What a tool of agents answers: text for a language model; null where there is nothing to say of the document. */
export interface ToolAnswer {
  readonly text: string | null;
}

/** Asks for the findings of a document, open or not. */
export const checkToolRequest = new RequestType<{ readonly uri: string }, ToolAnswer, void>(
  'minutes/checkTool',
);

/** Asks what the template of a document expects. */
export const describeToolRequest = new RequestType<{ readonly uri: string }, ToolAnswer, void>(
  'minutes/describeTool',
);

/** Asks for the page of a rule. */
export const explainToolRequest = new RequestType<{ readonly rule: string }, ToolAnswer, void>(
  'minutes/explainTool',
);
