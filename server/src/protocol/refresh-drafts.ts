import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';

/** Asks for the edit that brings the drafts of a place to the present template and roster; null where they are. */
export const refreshDraftsRequest = new RequestType<
  { readonly uri: string | null },
  WorkspaceEdit | null,
  void
>('minutes/refreshDrafts');
