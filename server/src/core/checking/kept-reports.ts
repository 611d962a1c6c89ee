import { createPieceReports, type PieceReports } from './piece-reports.ts';
import { createOutlineReports, type OutlineReports } from './outline-reports.ts';

/** What is kept of the reports on earlier versions, so that it is not looked for again. */
export interface KeptReports {
  readonly pieces: PieceReports;
  readonly outline: OutlineReports;
}

/** Returns an empty memory of reports. */
export function createKeptReports(): KeptReports {
  return { pieces: createPieceReports(), outline: createOutlineReports() };
}
