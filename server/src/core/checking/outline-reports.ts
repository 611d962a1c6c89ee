import { failedCheck, reportsOrFailure } from './failed-check.ts';
import type { RuleReport } from './piece-reports.ts';
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
  /** Returns what rules report in a context; what they found in the same outline is only placed anew. */
  readonly on: (context: RuleContext, rules: readonly OutlineRule[]) => readonly RuleReport[];
}

interface CachedReports {
  readonly context: OutlineContext;
  readonly rules: readonly OutlineRule[];
  readonly reports: readonly { readonly rule: OutlineRule; readonly report: OutlineReport }[];
}

/** Returns an empty cache of what rules of the outline find. */
export function createOutlineReports(): OutlineReports {
  const cache = new WeakMap<OutlineMatch, CachedReports>();
  return {
    on(context, rules) {
      const outline = outlineOf(context);
      const known = cache.get(outline.match);
      const cached =
        known?.rules === rules && isSame(known.context, outline)
          ? known
          : { context: outline, rules, reports: findReports(outline, rules) };
      cache.set(outline.match, cached);
      return cached.reports.flatMap(({ rule, report }) =>
        reportsOrFailure(rule, () => [placeReport(report, context)]).map((placed) => ({
          rule,
          report: placed,
        })),
      );
    },
  };
}

function findReports(
  context: OutlineContext,
  rules: readonly OutlineRule[],
): CachedReports['reports'] {
  return rules.flatMap((rule) =>
    outlineReportsOf(rule, context).map((report) => ({ rule, report })),
  );
}

function outlineReportsOf(rule: OutlineRule, context: OutlineContext): readonly OutlineReport[] {
  try {
    return rule.checkOutline(context);
  } catch (error) {
    const { message, severity, range, failure } = failedCheck(rule.id, error);
    return [{ message, severity, range: () => range, ...(failure !== undefined && { failure }) }];
  }
}

function outlineOf(context: RuleContext): OutlineContext {
  const { fileName, template, roster, match, date, statedDate, draft, cancelled, today } = context;
  const { series, yearLater, began } = context.history;
  return {
    ...{ fileName, template, roster, date, statedDate, draft, cancelled, today },
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
    a.statedDate === b.statedDate &&
    a.draft === b.draft &&
    a.cancelled === b.cancelled &&
    a.today === b.today &&
    a.history.series === b.history.series &&
    a.history.yearLater === b.history.yearLater &&
    a.history.began === b.history.began
  );
}

function placeReport(report: OutlineReport, context: RuleContext): Report {
  return {
    ...report,
    range: report.range(context),
    related: report.related?.(context) ?? [],
    fixes: report.fixes?.(context) ?? [],
  };
}
