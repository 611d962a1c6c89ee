import { noUsage, type TemplateUsage } from '../meetings/evidence.ts';
import type { History } from '../meetings/history.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { matchTables } from '../matching/horizon-match.ts';
import { datesIn } from '../matching/dates-in-minutes.ts';
import { datedText, toldDate } from '../matching/minutes-date.ts';
import { firstDayOf, lastDayOf } from '../text/partial-date.ts';
import type { Roster } from '../template/roster.ts';
import type { Severity, SeveritySettings } from '../template/severity.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Template } from '../template/template.ts';
import { recordOf } from '../record/meeting-record.ts';
import { once } from '../text/cached.ts';
import { applyEdits } from '../text/text-edit.ts';
import { conflictMarker } from '../rules/conflict-marker.ts';
import { deepestCauses, withoutSymptoms } from './deepest-causes.ts';
import { withEffectiveFixes } from './effective-fixes.ts';
import { reportsOrFailure } from './failed-check.ts';
import type { Finding } from '../rules/finding.ts';
import { withoutIgnored } from './ignored-findings.ts';
import { createKeptReports, type KeptReports } from './kept-reports.ts';
import { isCancelled } from '../matching/cancelled-meeting.ts';
import { rules, rulesOfCancelled } from './registry.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
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
 * What `keptReports` keeps of an earlier version is not looked for again.
 */
export function checkMinutes(
  input: CheckInput,
  keptReports: KeptReports = createKeptReports(),
): readonly Finding[] {
  const context = createContext(input);
  const causes = findCauses(context, input, rules, keptReports);
  return withEffectiveFixes(weighEvidence(causes, context), context.minutes);
}

/** Returns what rules find, of each spot only the deepest cause, and nothing that a comment ignores; first what failed. */
export function findCauses(
  context: RuleContext,
  input: CheckInput,
  among: readonly Rule[],
  keptReports: KeptReports = createKeptReports(),
): readonly Finding[] {
  const found = findAll(context, input, among, keptReports);
  const failures = found.filter(({ failure }) => failure !== undefined);
  const findings = failures.length === 0 ? found : found.filter((each) => !failures.includes(each));
  const causes = deepestCauses(
    withoutSymptoms(findings, (edits) => {
      const { markdown, text } = input.minutes;
      const minutes = readMinutes(parseMarkdown(applyEdits(text, edits), markdown), input.minutes);
      return findAll(createContext({ ...input, minutes }), input, among, keptReports);
    }),
  );
  return [...failures, ...withoutIgnored(causes, context.minutes, context.match.outline)];
}

function findAll(
  context: RuleContext,
  { template, severities: own }: CheckInput,
  among: readonly Rule[],
  keptReports: KeptReports,
): readonly Finding[] {
  const severities = { ...template.options.rules, ...own };
  const hasConflict = reportsOrFailure(conflictMarker, () => conflictMarker.check(context)).some(
    ({ failure }) => failure === undefined,
  );
  const on = (hasConflict ? [conflictMarker] : rulesFor(context, among)).filter(
    (rule) => !isOff(rule, severities, context.draft),
  );
  const checkOutline = keptReports.outline.in(context);
  const onDocument = on.flatMap((rule) =>
    reportsOrFailure(rule, () => {
      if ('checkOutline' in rule) return checkOutline(rule);
      return 'check' in rule ? rule.check(context) : [];
    }).map((report) => ({ rule, report })),
  );
  const onPieces = keptReports.pieces.on(context.minutes.markdown.pieces, {
    template,
    draft: context.draft,
    rules: on.flatMap((rule) => ('checkPiece' in rule ? [rule] : [])),
  });
  return [...onDocument, ...onPieces]
    .flatMap(({ rule, report }) => toFinding(rule, report, severities, context.draft))
    .sort((a, b) => byPlace(a, b) || placeInCatalogue(a) - placeInCatalogue(b));
}

function rulesFor({ cancelled }: RuleContext, among: readonly Rule[]): readonly Rule[] {
  return cancelled ? among.filter((rule) => rulesOfCancelled.includes(rule)) : among;
}

function placeInCatalogue({ rule }: Finding): number {
  return rules.findIndex(({ id }) => id === rule);
}

/** Returns the findings of a template file in document order; `others` are the templates beside it. */
export function checkTemplate(
  template: Template,
  others: readonly Template[] = [],
  usage: TemplateUsage = noUsage,
  severities: SeveritySettings = {},
): readonly Finding[] {
  const settings = { ...template.options.rules, ...severities };
  return rules
    .flatMap((rule) =>
      'checkTemplate' in rule
        ? reportsOrFailure(rule, () => rule.checkTemplate(template, others, usage)).flatMap(
            (report) => toFinding(rule, report, settings, false),
          )
        : [],
    )
    .sort(byPlace);
}

/** Returns all that rules may look at of minutes. */
export function createContext(input: CheckInput): RuleContext {
  const { minutes, fileName, template, roster, today, profile, history } = input;
  const text = datedText(minutes);
  const told = toldDate(template, fileName, text);
  const isAhead = told !== null && lastDayOf(told) >= today;
  const draft = profile === 'auto' ? isAhead : profile === 'draft';
  const match = template.matchOf(minutes);
  const ruleIds = rules.map(({ id }) => id);
  const tables = once(() => matchTables(minutes, match, template));
  return {
    minutes,
    fileName,
    template,
    roster,
    match,
    tables,
    record: once(() => recordOf(minutes.text, minutes.headings, template)),
    date: told === null ? null : firstDayOf(told),
    told,
    dates: once(() => datesIn(text, template)),
    draft,
    cancelled: isCancelled(minutes, template, told),
    today,
    history,
    ruleIds,
  };
}

function toFinding(
  rule: Rule,
  { severity, ...report }: Report,
  settings: SeveritySettings,
  draft: boolean,
): Finding[] {
  const isFailure = report.failure !== undefined;
  const set = isFailure ? 'error' : severityOf(rule, settings, draft, severity);
  return set === 'off' ? [] : [{ rule: rule.id, severity: set, ...report }];
}

function isOff(rule: Rule, settings: SeveritySettings, draft: boolean): boolean {
  return severityOf(rule, settings, draft) === 'off';
}

function severityOf(
  { id, severity }: Rule,
  settings: SeveritySettings,
  draft: boolean,
  own?: Severity,
): Severity | 'off' {
  const set = Object.hasOwn(settings, id) ? settings[id] : undefined;
  if (set !== undefined) return set;
  if (own !== undefined) return own;
  return typeof severity === 'string' ? severity : severity[draft ? 'draft' : 'final'];
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
