import { noUsage, type TemplateUsage } from '../meetings/evidence.ts';
import type { History } from '../meetings/history.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { matchTables } from '../matching/horizon-match.ts';
import { datesIn } from '../matching/dates-in-minutes.ts';
import { datedText, readStatedDate } from '../matching/minutes-date.ts';
import { firstDayOf, lastDayOf } from '../text/partial-date.ts';
import type { Heading } from '../minutes/heading.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Roster } from '../template/roster.ts';
import type { SeveritySettings } from '../template/severity.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Template } from '../template/template.ts';
import { recordOf } from '../record/meeting-record.ts';
import { once } from '../text/cached.ts';
import { conflictMarker } from '../rules/conflict-marker.ts';
import { deepestCauses, withoutSymptoms } from './deepest-causes.ts';
import { withEffectiveFixes } from './effective-fixes.ts';
import { reportsOrFailure } from './failed-check.ts';
import type { Finding } from '../rules/finding.ts';
import { withoutIgnored } from './ignored-findings.ts';
import type { RuleReport } from './piece-reports.ts';
import { createReportCache, type ReportCache } from './report-cache.ts';
import { createRuleChoice, type RulesInForce } from './rules-in-force.ts';
import { isCancelled } from '../matching/cancelled-meeting.ts';
import { rules } from './registry.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import { withoutEachAbsent } from './not-yet-minutes.ts';
import { weighEvidence } from './weigh-evidence.ts';

/** Minutes with all that their findings depend on. */
export interface CheckInput {
  readonly minutes: Minutes;
  /** Name of the file with its folders, `/` between them; null for an untitled document. */
  readonly fileName: string | null;
  readonly template: Matcher;
  /** The roster file's teams, else the template's own; null where none is declared. */
  readonly roster: Roster | null;
  /** ISO date. */
  readonly today: string;
  readonly profile: 'auto' | 'draft' | 'final';
  /** The user's severities, which win over the template's. */
  readonly severities: SeveritySettings;
  readonly history: History;
}

/**
 * Returns the findings of minutes in document order, of each spot only the deepest cause,
 * and none that a comment ignores; only conflict markers while there are any.
 * What `cache` has of an earlier version is not looked for again.
 */
export function checkMinutes(
  input: CheckInput,
  cache: ReportCache = createReportCache(),
): readonly Finding[] {
  const context = createContext(input);
  const causes = findCauses(context, input, rules, cache);
  const weighed = withoutEachAbsent(weighEvidence(causes, context), context);
  return withEffectiveFixes(weighed, context.minutes);
}

/** Returns what rules find, of each spot only the deepest cause, and nothing that a comment ignores; first what failed. */
export function findCauses(
  context: RuleContext,
  input: CheckInput,
  among: readonly Rule[],
  cache: ReportCache = createReportCache(),
): readonly Finding[] {
  const found = findAll(context, input, among, cache);
  const failures = found.filter(({ failure }) => failure !== undefined);
  const findings = failures.length === 0 ? found : found.filter((each) => !failures.includes(each));
  const causes = deepestCauses(
    withoutSymptoms(findings, (edits) => {
      const minutes = cache.repair(input.minutes, edits);
      return findAll(createContext({ ...input, minutes }), input, among, cache);
    }),
  );
  return [...failures, ...withoutIgnored(causes, context.minutes, context.match.outline)];
}

function findAll(
  context: RuleContext,
  { template, severities }: CheckInput,
  among: readonly Rule[],
  cache: ReportCache,
): readonly Finding[] {
  const { draft, cancelled, minutes } = context;
  const hasConflict = reportsOrFailure(conflictMarker, () => conflictMarker.check(context)).some(
    ({ failure }) => failure === undefined,
  );
  const rules = cache.rulesInForce({
    among: hasConflict ? onlyConflicts : among,
    ...{ template, severities, draft, cancelled },
  });
  const found: RuleReport[] = [...cache.outline.on(context, rules.ofOutlines)];
  for (const rule of rules.ofMinutes) {
    for (const report of reportsOrFailure(rule, () => rule.check(context))) {
      found.push({ rule, report });
    }
  }
  found.push(
    ...cache.pieces.on(minutes.markdown.pieces, { template, draft, rules: rules.ofPieces }),
  );
  return found
    .flatMap(({ rule, report }) => toFinding(rule, report, rules.severityOf))
    .sort((a, b) => byPlace(a, b) || placeInRegistry(a) - placeInRegistry(b));
}

const onlyConflicts: readonly Rule[] = [conflictMarker];

function placeInRegistry({ rule }: Finding): number {
  return rules.findIndex(({ id }) => id === rule);
}

/** Returns the findings of a template file in document order; `others` are the templates beside it. */
export function checkTemplate(
  template: Template,
  others: readonly Template[] = [],
  usage: TemplateUsage = noUsage,
  severities: SeveritySettings = {},
): readonly Finding[] {
  const setting = { among: rules, template, severities, draft: false, cancelled: false };
  const { severityOf } = createRuleChoice()(setting);
  return rules
    .flatMap((rule) =>
      'checkTemplate' in rule
        ? reportsOrFailure(rule, () => rule.checkTemplate(template, others, usage)).flatMap(
            (report) => toFinding(rule, report, severityOf),
          )
        : [],
    )
    .sort(byPlace);
}

const ruleIds = rules.map(({ id }) => id);

/** Returns all that rules may look at of minutes. */
export function createContext(input: CheckInput): RuleContext {
  const { fileName, template, roster, today, profile, history } = input;
  const minutes = template.readBold(input.minutes);
  const text = datedText(minutes);
  const statedDate = readStatedDate(template, fileName, text, () => datesIn(text, template));
  const isAhead = statedDate !== null && lastDayOf(statedDate) >= today;
  const draft = profile === 'auto' ? isAhead : profile === 'draft';
  const match = template.matchOf(minutes);
  const tables = once(() => matchTables(minutes, match, template));
  return {
    minutes,
    fileName,
    template,
    roster,
    match,
    tables,
    record: once(() => recordOf(minutes.text, minutes.headings, template, statedDate)),
    date: statedDate === null ? null : firstDayOf(statedDate),
    statedDate,
    dates: once(() => datesIn(text, template, (path) => headingOf(path.section, match))),
    draft,
    cancelled: isCancelled(minutes, template, statedDate),
    today,
    history,
    ruleIds,
  };
}

function headingOf(section: TemplateSection, { sections }: TemplateMatch): Heading | null {
  const pair = sections.find(({ expected, kind }) => expected === section && kind !== 'duplicate');
  return pair?.section.heading ?? null;
}

function toFinding(rule: Rule, report: Report, severityOf: RulesInForce['severityOf']): Finding[] {
  const set = report.failure === undefined ? severityOf(rule, report.severity) : 'error';
  return set === 'off' ? [] : [{ ...report, rule: rule.id, severity: set }];
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
