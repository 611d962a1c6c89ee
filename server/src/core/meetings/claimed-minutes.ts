import type { TemplateSource } from '../claims/choose-template.ts';
import type { IndexedMinutes } from './indexed-minutes.ts';

/** The meetings of a file with the template that claims it. */
export interface ClaimedFile {
  /** Normalized URI. */
  readonly uri: string;
  readonly source: TemplateSource;
  readonly meetings: readonly IndexedMinutes[];
}

/** Minutes with the template that claims them. */
export interface ClaimedMinutes {
  readonly source: TemplateSource;
  readonly minutes: IndexedMinutes;
}
