import { alignVersions } from '../markdown/align-versions.ts';
import type { Piece, PlacedPiece } from '../markdown/piece.ts';
import { shiftRange } from '../text/offset-range.ts';
import type { Fix } from '../rules/finding.ts';
import type { PieceContext, PieceRule, Report, Rule } from '../rules/rule.ts';
import { reportsOrFailure } from './failed-check.ts';

/** A cache of what piece rules find, by piece. */
export interface PieceReports {
  /** Returns what rules report on pieces, in the rules' order; found again only in another setting. */
  on(pieces: readonly PlacedPiece[], setting: PieceSetting): readonly RuleReport[];
}

/** What the reports on a piece depend on besides the piece. */
export interface PieceSetting extends Pick<PieceContext, 'template' | 'draft'> {
  readonly rules: readonly PieceRule[];
}

/** A report with the rule that it is of. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** The reports on a piece, as the piece and as the document places them. */
interface CachedReports {
  readonly piece: Piece;
  readonly setting: PieceSetting;
  readonly own: readonly RuleReport[];
  readonly start: number;
  readonly placed: readonly RuleReport[];
}

/** Returns an empty cache of what piece rules find. */
export function createPieceReports(): PieceReports {
  const cache = new WeakMap<Piece, CachedReports>();
  let last: PieceSetting | null = null;
  let lastReports: readonly CachedReports[] = [];

  const reportsAt = (
    { piece, start }: PlacedPiece,
    setting: PieceSetting,
    known = cache.get(piece),
  ): CachedReports => {
    const valid = known !== undefined && isSame(known.setting, setting);
    if (valid && (known.start === start || known.own.length === 0)) return known;
    const own = valid ? known.own : reportsOn(piece, setting);
    const placed = own.map(({ rule, report }) => ({ rule, report: shiftReport(report, start) }));
    const fresh = { piece, setting, own, start, placed };
    cache.set(piece, fresh);
    return fresh;
  };
  return {
    on(pieces, setting) {
      const current = last !== null && isSame(last, setting) ? last : setting;
      last = current;
      const known = alignVersions(pieces, lastReports);
      lastReports = pieces.map((placed, index) => reportsAt(placed, current, known(index)));
      return lastReports.filter(({ own }) => own.length > 0).flatMap(({ placed }) => placed);
    },
  };
}

function isSame(a: PieceSetting, b: PieceSetting): boolean {
  if (a === b) return true;
  return a.template === b.template && a.draft === b.draft && a.rules === b.rules;
}

function reportsOn(piece: Piece, setting: PieceSetting): readonly RuleReport[] {
  const context = new PieceInSetting(piece, setting);
  return setting.rules.flatMap((rule) =>
    rule.concerns.test(piece.text, setting.template)
      ? reportsOrFailure(rule, () => rule.checkPiece(context)).map((report) => ({ rule, report }))
      : [],
  );
}

/** Returns a report on a piece as one on a document in which the piece starts at an offset. */
function shiftReport(report: Report, start: number): Report {
  const range = shiftRange(report.range, start);
  const fixes = report.fixes.map((fix) => shiftFix(fix, start));
  if (report.related.length === 0) return { ...report, range, fixes };
  const related = report.related.map((place) =>
    place.document === 'minutes' ? { ...place, range: shiftRange(place.range, start) } : place,
  );
  return { ...report, range, related, fixes };
}

function shiftFix(fix: Fix, start: number): Fix {
  const edits = fix.edits.map(({ range, text }) => ({ range: shiftRange(range, start), text }));
  return { ...fix, edits };
}

/** A class for the reason that pieces are one. */
class PieceInSetting implements PieceContext {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly template: PieceSetting['template'];
  readonly draft: boolean;
  readonly #piece: Piece;

  constructor(piece: Piece, { template, draft }: PieceSetting) {
    this.text = piece.text;
    this.first = piece.first;
    this.last = piece.last;
    this.template = template;
    this.draft = draft;
    this.#piece = piece;
  }

  get tree(): PieceContext['tree'] {
    return this.#piece.tree;
  }
}
