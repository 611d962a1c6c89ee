import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { BlamedFile } from '../core/meetings/lines-since.ts';

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

/** Asks the client since when the lines of a document are as they are; it answers where `lineDates` was offered. */
export const lineDatesRequest = new RequestType<{ readonly uri: string }, BlamedFile | null, void>(
  'minutes/lineDates',
);

/** Notifies the server that commits, branches or repositories changed. */
export const commitsChangedNotification = new NotificationType<Record<string, never>>(
  'minutes/commitsChanged',
);
