import type { Piece } from '../markdown/piece.ts';
import { shiftRange } from '../text/offset-range.ts';
import type { PieceContext, PieceRule, Report } from './rule.ts';

/** What piece rules found, kept for as long as the pieces are. */
export interface PieceReports {
  /** Returns a rule's reports on a piece, relative to it; found again only for another template or draft. */
  of(rule: PieceRule, piece: Piece, setting: PieceSetting): readonly Report[];
}

/** What the reports on a piece depend on besides the piece. */
export type PieceSetting = Pick<PieceContext, 'template' | 'draft'>;

interface KeptReports extends PieceSetting {
  readonly byRule: Map<PieceRule, readonly Report[]>;
}

/** Returns an empty memory of reports. */
export function createPieceReports(): PieceReports {
  const kept = new WeakMap<Piece, KeptReports>();
  const keptFor = (piece: Piece, { template, draft }: PieceSetting): KeptReports => {
    const known = kept.get(piece);
    if (known?.template === template && known.draft === draft) return known;
    const fresh = { template, draft, byRule: new Map<PieceRule, readonly Report[]>() };
    kept.set(piece, fresh);
    return fresh;
  };
  return {
    of(rule, piece, setting) {
      const { byRule } = keptFor(piece, setting);
      const known = byRule.get(rule);
      if (known !== undefined) return known;
      const reports = rule.concerns.test(piece.text)
        ? rule.checkPiece(contextOf(piece, setting))
        : [];
      byRule.set(rule, reports);
      return reports;
    },
  };
}

/** Returns a report on a piece as one on a document in which the piece starts at an offset. */
export function shiftReport(report: Report, start: number): Report {
  return {
    ...report,
    range: shiftRange(report.range, start),
    related: report.related.map((place) =>
      place.document === 'minutes' ? { ...place, range: shiftRange(place.range, start) } : place,
    ),
    fixes: report.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, start) })),
    })),
  };
}

function contextOf(piece: Piece, { template, draft }: PieceSetting): PieceContext {
  return {
    text: piece.text,
    get tree() {
      return piece.tree;
    },
    first: piece.first,
    template,
    draft,
  };
}
