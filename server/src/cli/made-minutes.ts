import type { NewMinutes } from '../core/scaffolding/new-minutes.ts';

/** New minutes with where they are, and why they aren't. */
export interface MadeMinutes {
  readonly made: NewMinutes;
  readonly path: string;
  readonly failure: string | null;
}
