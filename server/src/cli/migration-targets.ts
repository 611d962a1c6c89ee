import type { MigrationTarget } from '../core/scaffolding/migrate-minutes.ts';

/** What `minutes migrate` can do. */
export const migrationTargets: readonly MigrationTarget[] = ['drafts', 'all', 'aliases', 'era'];
