import { NotificationType, RequestType } from 'vscode-languageserver-protocol';

/** The committed version of a document. */
export interface CommittedVersion {
  /** Its text; null where there is none. */
  readonly text: string | null;
}

/** Asks the client for the version of a document that is checked in; it answers where `baselines` was offered. */
export const committedVersionRequest = new RequestType<
  { readonly uri: string },
  CommittedVersion,
  void
>('minutes/committedVersion');

/** Notifies the server that commits, branches or repositories changed. */
export const commitsChangedNotification = new NotificationType<Record<string, never>>(
  'minutes/commitsChanged',
);
