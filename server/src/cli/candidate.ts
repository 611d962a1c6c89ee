import type { Dated } from '../core/meetings/horizon.ts';
import type { FoundDocument } from './found-document.ts';

/** A document that may be minutes of a template, with the date of its name, else of its title. */
export interface Candidate extends Dated {
  readonly document: FoundDocument;
}
