import { createPieceReports, type PieceReports } from './piece-reports.ts';
import { createSilentRules, type SilentRules } from './silent-rules.ts';

/** What is kept of the reports on earlier versions, so that it is not looked for again. */
export interface KeptReports {
  readonly pieces: PieceReports;
  readonly silent: SilentRules;
}

/** Returns an empty memory of reports. */
export function createKeptReports(): KeptReports {
  return { pieces: createPieceReports(), silent: createSilentRules() };
}
