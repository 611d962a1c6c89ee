import type { OutlineMatch } from '../matching/template-match.ts';
import type {
  OutlineContext,
  OutlineReport,
  OutlineRule,
  Report,
  RuleContext,
} from '../rules/rule.ts';

/** A cache of what rules of the outline find, by outline. */
export interface OutlineReports {
  /** Returns what checks rules in one context; what a rule found in the same outline is only placed anew. */
  readonly in: (context: RuleContext) => (rule: OutlineRule) => readonly Report[];
}

interface CachedReports {
  readonly context: OutlineContext;
  readonly reports: Map<OutlineRule, readonly OutlineReport[]>;
}

/** Returns an empty cache of what rules of the outline find. */
export function createOutlineReports(): OutlineReports {
  const cache = new WeakMap<OutlineMatch, CachedReports>();
  return {
    in(context) {
      const outline = outlineOf(context);
      const known = cache.get(outline.match);
      const cached =
        known !== undefined && isSame(known.context, outline)
          ? known
          : { context: outline, reports: new Map<OutlineRule, readonly OutlineReport[]>() };
      cache.set(outline.match, cached);
      return (rule) => {
        const reports = cached.reports.get(rule) ?? rule.checkOutline(outline);
        cached.reports.set(rule, reports);
        return reports.map((report) => placeReport(report, context));
      };
    },
  };
}

function outlineOf(context: RuleContext): OutlineContext {
  const { fileName, template, roster, match, date, told, draft, cancelled, today } = context;
  const { series, yearLater, began } = context.history;
  return {
    ...{ fileName, template, roster, date, told, draft, cancelled, today },
    match: match.ofOutline,
    history: { series, yearLater, began },
  };
}

function isSame(a: OutlineContext, b: OutlineContext): boolean {
  return (
    a.fileName === b.fileName &&
    a.template === b.template &&
    a.roster === b.roster &&
    a.date === b.date &&
    a.told === b.told &&
    a.draft === b.draft &&
    a.cancelled === b.cancelled &&
    a.today === b.today &&
    a.history.series === b.history.series &&
    a.history.yearLater === b.history.yearLater &&
    a.history.began === b.history.began
  );
}

function placeReport(
  { range, related, fixes, ...report }: OutlineReport,
  context: RuleContext,
): Report {
  return {
    ...report,
    range: range(context),
    related: related?.(context) ?? [],
    fixes: fixes?.(context) ?? [],
  };
}
