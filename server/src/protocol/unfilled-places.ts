import { RequestType, type Range } from 'vscode-languageserver-protocol';

/** Places of one version of a document. */
export interface UnfilledPlaces {
  readonly version: number;
  readonly ranges: readonly Range[];
}

/** Asks where minutes are still to be written, in order. */
export const unfilledPlacesRequest = new RequestType<
  { readonly uri: string },
  UnfilledPlaces | null,
  void
>('minutes/unfilledPlaces');
