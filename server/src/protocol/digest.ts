import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';

/** A series of the workspace. */
export interface KnownSeries {
  /** By which requests name it. */
  readonly id: string;
  readonly name: string;
  /** ISO dates of the first and the last meeting; null where none has a date. */
  readonly from: string | null;
  readonly until: string | null;
  readonly meetings: number;
}

/** Asks for the series of the workspace, the one with the most meetings first. */
export const knownSeriesRequest = new RequestType0<readonly KnownSeries[], void>(
  'minutes/knownSeries',
);

/** What a digest is about: a series, and ISO dates, both inclusive. */
export interface DigestParams {
  readonly series: string;
  readonly since: string;
  readonly until: string;
}

/** Asks for a digest in Markdown; null where there is no such series. */
export const digestRequest = new RequestType<DigestParams, string | null, void>('minutes/digest');
