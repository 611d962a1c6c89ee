import { basename, dirname } from 'node:path';
import { checkTemplate, type CheckInput } from '../core/checking/check-minutes.ts';
import { checkConfiguration } from '../core/checking/check-configuration.ts';
import { checkRemovals } from '../core/checking/check-removals.ts';
import { checkRosterFile } from '../core/checking/check-roster.ts';
import { createReportCache, type ReportCache } from '../core/checking/report-cache.ts';
import { createRuleChoice } from '../core/checking/rules-in-force.ts';
import type { Finding } from '../core/rules/finding.ts';
import { templatesBeside } from '../core/claims/templates-beside.ts';
import { noUsage, type TemplateUsage } from '../core/meetings/evidence.ts';
import { severitiesIn } from '../core/template/configuration.ts';
import { parseTemplate } from '../core/template/parse-template.ts';
import type { SeveritySettings } from '../core/template/severity.ts';
import type { Template } from '../core/template/template.ts';
import type { Notice } from './check-job.ts';
import type { ClaimedDocument, Claiming } from './claim-document.ts';
import { createCommittedVersions } from './committed-versions.ts';
import { isAtLeast, type DocumentReport } from './document-report.ts';
import type { Environment, Stream } from './environment.ts';
import { withHistory, type HistorySources } from './find-history.ts';
import { GitError } from './git.ts';
import type { FoundDocument } from './found-document.ts';
import { createKeptResults, type KeptResults } from './results/kept-results.ts';
import type { ResultStore } from './results/result-store.ts';
import { hideKnown } from './hide-known.ts';
import { lineDates } from './line-dates.ts';
import { writeReports } from './write-reports.ts';
import type { OpenDocument } from './open-documents.ts';
import { noteOutsideEras } from './outside-eras.ts';
import { printableLine } from './printable-text.ts';
import { searchOf } from './find-documents.ts';
import { isForPeople, repeatedOptions, type RunOptions } from './run-options.ts';
import { createRemovals, type Removals } from './removals.ts';
import { ruleNamed } from './rule-named.ts';
import { severitiesOfOptions } from './severity-options.ts';
import { createSeriesIndex } from './series-index.ts';
import { createTemplates, type Templates } from './templates.ts';

/** One run of a command over documents. */
export interface Run {
  readonly claiming: Claiming;
  /** The rules that count; null where all do. */
  readonly rules: readonly string[] | null;
  /** Returns what a document of a text is. */
  claimOf(document: FoundDocument, text: string): ClaimedDocument;
  /** Returns claimed minutes with what is known of them besides their own text. */
  inputOf(
    claimed: Extract<ClaimedDocument, { kind: 'minutes' }>,
    document: OpenDocument,
  ): CheckInput;
  /** Returns what is known of a template's file besides its own text. */
  knownOf(
    id: string,
    text: string,
  ): readonly [readonly Template[], TemplateUsage, SeveritySettings];
  /** Reports why something can't be done as asked; the run then exits with 2. */
  fail(path: string, reason: string): void;
  /** Reports why a document is not checked, where that is not an error. */
  readonly note: (path: string, reason: string) => void;
  /** Returns a template's path as the user sees it. */
  readonly showPath: (id: string) => string;
  /** What earlier runs found; null where nothing is kept. */
  readonly results: KeptResults | null;
  /** Returns whether the options let show a finding. */
  readonly isShown: (finding: Finding) => boolean;
  /** Returns an empty cache of what rules report on a document. */
  readonly createReportCache: () => ReportCache;
  /** Returns the findings of a template's file. */
  checkTemplate(id: string, template: Template): readonly Finding[];
  /** Returns whether anything could not be done as asked. */
  readonly hasFailed: () => boolean;
  /** Returns reports with the findings that count, and those of other templates that were consulted. */
  select(reports: readonly DocumentReport[]): readonly DocumentReport[];
  /**
   * Writes what the options let show of the reports, and of other templates that were consulted.
   * Returns the exit code.
   */
  finish(reports: readonly DocumentReport[], stream: Stream): number;
}

/**
 * Begins a run; `tell` is called with what the user sees besides the reports.
 * @throws UsageError where the options name a template or a rule that there is not.
 */
export function startRun(
  options: RunOptions,
  environment: Environment,
  tell = writeTo(environment.errors, isForPeople(options.outputs) && options.quiet !== true),
  store: ResultStore | null = null,
): Run {
  const { files } = environment;
  const rules = options.rule?.map((id) => ruleNamed(id).id) ?? null;
  const rulesInForce = createRuleChoice();
  let failed = false;
  const fail = (path: string, reason: string): void => {
    failed = true;
    tell({ kind: 'fail', path, reason });
  };
  const note: Run['note'] = (path, reason) => {
    tell({ kind: 'note', path, reason });
  };
  const showPath = (id: string): string => {
    const here = `${files.absolute('.')}/`;
    return id.startsWith(here) ? id.slice(here.length) : id;
  };
  const isCounted = ({ rule, failure }: Finding): boolean =>
    rules === null || rules.includes(rule) || failure !== undefined;
  const minimum = options.minSeverity ?? (rules === null ? 'warning' : 'hint');
  const isShown = ({ severity }: Finding): boolean => isAtLeast(severity, minimum);

  const templates = createTemplates(files, (path, reason) => {
    fail(showPath(path), reason);
  });
  const chosen = options.template === undefined ? null : templates.named(options.template);
  const today = options.today ?? environment.today;
  const severities = severitiesOfOptions(options.severity);
  const claiming = { templates, chosen, profile: options.profile, today, severities };
  const { base } = options;
  const results: KeptResults | null =
    store === null
      ? null
      : createKeptResults({ claiming, store, files, series: () => sources.series });
  const sources: HistorySources = {
    series: createSeriesIndex(
      searchOf({ ...options, exclude: [] }, environment),
      claiming,
      (path, text) => lineDates(path, text, environment),
      fail,
      results?.summaries,
    ),
    versions: base === undefined ? null : createCommittedVersions(base, environment.git),
    removals: createRemovals(files, (path, reason) => {
      fail(showPath(path), reason);
    }),
    files,
  };
  const knownOf: Run['knownOf'] = (id, text) => {
    const source = templates.consultedAt(id, text);
    const usage = source === null ? noUsage : sources.series.usageOf(source);
    const configuration = templates.configurationOf(placeOf(id));
    const template = source?.template ?? parseTemplate(text, basename(id));
    const own = severitiesIn(configuration, template, severities);
    return [templatesBeside(id, templates.consulted()), usage, own];
  };
  const checkTemplateFile: Run['checkTemplate'] = (id, template) => {
    const check = (): readonly Finding[] => checkTemplate(template, ...knownOf(id, template.text));
    const source = templates.consultedAt(id, template.text);
    if (results === null || source === null) return check();
    const configuration = templates.configurationOf(placeOf(id));
    return results.ofTemplate(source, severitiesIn(configuration, template, severities), check);
  };
  /** Returns the reports of templates that were consulted and are outside the given paths. */
  const reportTemplates = (reports: readonly DocumentReport[]): readonly DocumentReport[] => {
    const reported = new Set(reports.map(({ location }) => location));
    return templates
      .consulted()
      .filter(({ id }) => !reported.has(id))
      .map(({ id, template }) => ({
        path: showPath(id),
        location: id,
        text: template.text,
        state: 'checked',
        template: null,
        findings: checkTemplateFile(id, template),
      }));
  };
  const select: Run['select'] = (reports) => {
    const counted = [
      ...withFindings(reports, isCounted),
      ...withFindings(reportTemplates(reports), isCounted),
      ...withFindings(reportSettings(templates, sources.removals, showPath), isCounted),
    ];
    failed ||= counted.some(({ findings }) =>
      findings.some(({ failure }) => failure !== undefined),
    );
    return counted;
  };
  return {
    claiming,
    rules,
    claimOf: (document, text) => sources.series.claimOf(document, text),
    inputOf({ input, source }, document) {
      try {
        return noting(withHistory(input(), document, source, sources), document, results);
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        fail(`--base ${String(base)}`, error.message);
        return withHistory(input(), document, source, { ...sources, versions: null });
      }
    },
    knownOf,
    fail,
    note,
    showPath,
    hasFailed: () => failed,
    results,
    createReportCache: () => createReportCache(rulesInForce),
    isShown: (finding) => isCounted(finding) && isShown(finding),
    checkTemplate: checkTemplateFile,
    select,
    finish(reports, stream) {
      noteOutsideEras(reports, note);
      const all = select(reports);
      const { reports: counted, known } =
        options.baseline === false
          ? { reports: all, known: 0 }
          : hideKnown(all, files, { fail, note, showPath });
      const shown = withFindings(counted, isShown).filter(
        (report, index) => report.findings.length > 0 || index < reports.length,
      );
      const hidden = countFindings(counted) - countFindings(shown);
      const { outputs } = options;
      const request = { paths: options.paths ?? [], options: repeatedOptions(options) };
      const summary = { hidden, known, minimum, failed, showPath, detail: options, request };
      writeReports({ reports: shown, ...summary }, outputs, stream, {
        ...environment,
        fail,
      });
      if (failed) return 2;
      const { failOn = minimum } = options;
      const isGrave = ({ severity }: Finding): boolean =>
        failOn !== 'never' && isAtLeast(severity, failOn);
      return countFindings(withFindings(shown, isGrave)) > 0 ? 1 : 0;
    },
  };
}

/** Returns input that notes which links were asked for. */
function noting(
  input: CheckInput,
  { location }: OpenDocument,
  results: KeptResults | null,
): CheckInput {
  if (results === null || location === null) return input;
  const { history } = input;
  const isAbsent = (path: string): boolean => {
    const answer = history.isAbsent(path);
    results.asked(location, path, answer);
    return answer;
  };
  return { ...input, history: { ...history, isAbsent } };
}

/** Returns what reports each failure once, and notes only where a person reads them. */
function writeTo(errors: Stream, forPeople: boolean): (notice: Notice) => void {
  const failures = new Set<string>();
  return ({ kind, path, reason }) => {
    const line = `minutes: ${printableLine(path)}: ${printableLine(reason)}\n`;
    if (kind === 'fail' ? failures.has(line) : !forPeople) return;
    if (kind === 'fail') failures.add(line);
    errors.write(line);
  };
}

/** Returns the reports of the files beside templates that were consulted. */
function reportSettings(
  templates: Templates,
  removals: Removals,
  showPath: (path: string) => string,
): readonly DocumentReport[] {
  const reportsOf = (
    texts: ReadonlyMap<string, string>,
    check: (text: string) => readonly Finding[],
  ): readonly DocumentReport[] =>
    [...texts].map(([path, text]) => ({
      path: showPath(path),
      location: path,
      text,
      state: 'checked',
      template: null,
      findings: check(text),
    }));
  return [
    ...reportsOf(templates.rosters(), checkRosterFile),
    ...reportsOf(templates.configurations(), checkConfiguration),
    ...reportsOf(removals.consulted(), checkRemovals),
  ];
}

function placeOf(id: string): FoundDocument {
  return { path: id, location: id, within: dirname(id), origin: 'found' };
}

function withFindings(
  reports: readonly DocumentReport[],
  keep: (finding: Finding) => boolean,
): readonly DocumentReport[] {
  return reports.map((report) => ({ ...report, findings: report.findings.filter(keep) }));
}

function countFindings(reports: readonly DocumentReport[]): number {
  return reports.reduce((count, { findings }) => count + findings.length, 0);
}
