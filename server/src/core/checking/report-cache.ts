import { createOutlineReports, type OutlineReports } from './outline-reports.ts';
import { createPieceReports, type PieceReports } from './piece-reports.ts';
import { createRepair, type RepairMinutes } from './repaired-minutes.ts';
import { createRuleChoice, type RuleChoice } from './rules-in-force.ts';

/** A cache of what rules report: by piece, and by outline. */
export interface ReportCache {
  readonly rulesInForce: RuleChoice;
  readonly repair: RepairMinutes;
  readonly pieces: PieceReports;
  readonly outline: OutlineReports;
}

/** Returns an empty cache of what rules report, for one document; the choice of rules may be that of others. */
export function createReportCache(rulesInForce = createRuleChoice()): ReportCache {
  return {
    rulesInForce,
    repair: createRepair(),
    pieces: createPieceReports(),
    outline: createOutlineReports(),
  };
}
