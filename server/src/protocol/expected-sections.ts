import { RequestType, type Range } from 'vscode-languageserver-protocol';
import type { ExpectedSection } from '../core/features/expected-sections.ts';

/** A part of minutes that the template expects, against what is there, at positions of the document. */
export interface ExpectedPart extends Pick<
  ExpectedSection,
  'kind' | 'name' | 'state' | 'leads' | 'status' | 'lineCount' | 'findingCount'
> {
  readonly range: Range;
  readonly headingRange: Range;
  readonly children: readonly ExpectedPart[];
}

/** What one version of minutes holds of what is expected. */
export interface ExpectedParts {
  readonly version: number;
  readonly parts: readonly ExpectedPart[];
  /** How many teams have an update, and how many there are to be. */
  readonly reported: { readonly teams: number; readonly of: number } | null;
  /** The minutes say that their meeting was not held. */
  readonly cancelled: boolean;
}

/** Asks what the template expects of minutes against what is there; null where no template claims them. */
export const expectedSectionsRequest = new RequestType<
  { readonly uri: string },
  ExpectedParts | null,
  void
>('minutes/expectedSections');
