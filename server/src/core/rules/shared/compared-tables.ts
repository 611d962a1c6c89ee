import type { HorizonMatch, MatchedTable } from '../../matching/horizon-match.ts';
import type { RuleContext } from '../rule.ts';

/** A table of minutes whose rows are compared with the template's. */
export interface ComparedTable extends MatchedTable {
  readonly horizons: HorizonMatch;
}

/** Returns the tables of minutes whose rows are compared with the template's. */
export function comparedTables({ tables }: RuleContext): readonly ComparedTable[] {
  return tables().flatMap(({ horizons, ...found }) =>
    horizons === null ? [] : [{ ...found, horizons }],
  );
}
