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

/** Returns an empty cache of what rules report. */
export function createReportCache(): ReportCache {
  return {
    rulesInForce: createRuleChoice(),
    repair: createRepair(),
    pieces: createPieceReports(),
    outline: createOutlineReports(),
  };
}
