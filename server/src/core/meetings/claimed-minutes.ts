import type { TemplateSource } from '../claims/choose-template.ts';
import type { IndexedMinutes } from './indexed-minutes.ts';

/** Minutes with the template that claims them. */
export interface ClaimedMinutes {
  readonly source: TemplateSource;
  readonly minutes: IndexedMinutes;
}
