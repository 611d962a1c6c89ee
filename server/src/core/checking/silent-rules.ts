import type { MinutesRule, Report, RuleContext } from '../rules/rule.ts';

/** Rules of headings that found nothing, kept for as long as the headings are. */
export interface SilentRules {
  /** Returns what checks rules in one context; a rule that is known to find nothing there is not asked. */
  in(context: RuleContext): (rule: MinutesRule) => readonly Report[];
}

/** What a rule of headings may look at besides them. */
type Surroundings = Pick<RuleContext, 'fileName' | 'roster' | 'date' | 'draft' | 'today'> &
  Pick<RuleContext['history'], 'series' | 'yearLater' | 'began'>;

interface KeptSilence {
  readonly surroundings: Surroundings;
  readonly rules: Set<MinutesRule>;
}

/** Returns an empty memory of silent rules. */
export function createSilentRules(): SilentRules {
  const kept = new WeakMap<object, KeptSilence>();
  return {
    in(context) {
      const { shape } = context.match;
      const surroundings = surroundingsOf(context);
      const known = kept.get(shape);
      const silent =
        known !== undefined && isSame(known.surroundings, surroundings)
          ? known.rules
          : new Set<MinutesRule>();
      kept.set(shape, { surroundings, rules: silent });
      return (rule) => {
        if (silent.has(rule)) return [];
        const reports = rule.check(context);
        if (rule.headingsOnly === true && reports.length === 0) silent.add(rule);
        return reports;
      };
    },
  };
}

function surroundingsOf({
  fileName,
  roster,
  date,
  draft,
  today,
  history: { series, yearLater, began },
}: RuleContext): Surroundings {
  return { fileName, roster, date, draft, today, series, yearLater, began };
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return (
    a.fileName === b.fileName &&
    a.roster === b.roster &&
    a.date === b.date &&
    a.draft === b.draft &&
    a.today === b.today &&
    a.series === b.series &&
    a.yearLater === b.yearLater &&
    a.began === b.began
  );
}
