import type { History } from '../meetings/history.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { matchTemplate } from '../template/match-template.ts';
import { minutesDate } from '../template/minutes-date.ts';
import type { Roster } from '../template/roster.ts';
import type { Severity, SeveritySettings } from '../template/severity.ts';
import type { Template } from '../template/template.ts';
import { conflictMarker } from './conflict-marker.ts';
import type { Finding } from './finding.ts';
import { createPieceReports, shiftReport, type PieceReports } from './piece-reports.ts';
import { rules } from './registry.ts';
import type { PieceRule, Report, Rule, RuleContext } from './rule.ts';

/** Minutes with all that their findings depend on. */
export interface CheckInput {
  readonly minutes: Minutes;
  /** File name without folder; null for an untitled document. */
  readonly fileName: string | null;
  readonly template: Template;
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
 * Returns the findings of minutes in document order; only conflict markers while there are any.
 * What `pieceReports` keeps of an earlier version is not looked for again.
 */
export function checkMinutes(
  input: CheckInput,
  pieceReports: PieceReports = createPieceReports(),
): readonly Finding[] {
  const context = createContext(input);
  const severities = { ...input.template.options.rules, ...input.severities };
  const conflicts = conflictMarker.check(context);
  if (conflicts.length > 0) {
    return conflicts.flatMap((report) =>
      toFinding(conflictMarker, report, severities, context.draft),
    );
  }
  return rules
    .flatMap((rule) => {
      if ('checkTemplate' in rule || isOff(rule, severities, context.draft)) return [];
      const reports =
        'check' in rule ? rule.check(context) : reportsOnPieces(rule, context, pieceReports);
      return reports.flatMap((report) => toFinding(rule, report, severities, context.draft));
    })
    .sort(byPlace);
}

/** Returns the findings of a template file in document order; `others` are the templates beside it. */
export function checkTemplate(
  template: Template,
  others: readonly Template[] = [],
): readonly Finding[] {
  return rules
    .flatMap((rule) =>
      'checkTemplate' in rule
        ? rule.checkTemplate(template, others).flatMap((report) => toFinding(rule, report, {}, false))
        : [],
    )
    .sort(byPlace);
}

function reportsOnPieces(
  rule: PieceRule,
  context: RuleContext,
  pieceReports: PieceReports,
): readonly Report[] {
  return context.minutes.markdown.pieces.flatMap(({ piece, start }) =>
    pieceReports.of(rule, piece, context).map((report) => shiftReport(report, start)),
  );
}

function createContext(input: CheckInput): RuleContext {
  const { minutes, fileName, template, roster, today, profile, history } = input;
  const title = minutes.headings.find(({ depth }) => depth === 1)?.text ?? null;
  const date = minutesDate(template, fileName, title);
  const draft = profile === 'auto' ? date !== null && date >= today : profile === 'draft';
  const match = matchTemplate(minutes, template);
  return { minutes, fileName, template, roster, match, date, draft, today, history };
}

function toFinding(
  rule: Rule,
  { severity, ...report }: Report,
  settings: SeveritySettings,
  draft: boolean,
): Finding[] {
  const set = severityOf(rule, settings, draft, severity);
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
