import { failedDocument } from '../../core/checking/failed-check.ts';
import type { Minutes } from '../../core/minutes/read-minutes.ts';
import { checkFile } from '../../core/checking/check-file.ts';
import { checkTemplate, type CheckInput } from '../../core/checking/check-minutes.ts';
import { checkConfiguration } from '../../core/checking/check-configuration.ts';
import { checkRemovals } from '../../core/checking/check-removals.ts';
import { absentRosterFile, checkRosterFile } from '../../core/checking/check-roster.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { ReportCache } from '../../core/checking/report-cache.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { readTemplate } from '../../core/matching/matcher.ts';
import { templatesBeside } from '../../core/claims/templates-beside.ts';
import type { TemplateUsage } from '../../core/meetings/evidence.ts';
import { severitiesIn } from '../../core/template/configuration.ts';
import type { SeveritySettings } from '../../core/template/severity.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import { createLineIndex, type LineIndex } from '../../core/text/line-index.ts';
import type { DocumentContext } from './claimed-documents.ts';
import type { PositionedText } from '../convert.ts';
import { fileNameOf, normalizeUri, pathOf, schemeOf } from './document-uri.ts';

/** One version of a document with all that an answer about it depends on. */
export interface Snapshot extends Pick<DocumentContext, 'claim' | 'candidates'> {
  /** The URI as the client writes it. */
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly document: PositionedText;
  /** What is checked; null where nothing is checked. */
  readonly subject: MinutesSubject | TemplateSubject | SettingsSubject | null;
  /** Computed when first asked for. */
  readonly findings: readonly Finding[];
}

/** Minutes that a template claims. */
export interface MinutesSubject {
  readonly kind: 'minutes';
  readonly source: TemplateSource;
  readonly input: CheckInput;
}

/** A document that is a template itself. */
export interface TemplateSubject {
  readonly kind: 'template';
  readonly template: Matcher;
  readonly usage: TemplateUsage;
  readonly severities: SeveritySettings;
  /** Whether the template names a roster file that can't be read. */
  readonly lacksRoster: boolean;
}

/** A document that is a template's roster file, the repository's configuration, or its note of removals. */
export interface SettingsSubject {
  readonly kind: 'roster' | 'configuration' | 'removals';
  readonly text: string;
}

/** A document at one version, open or not. */
export interface DocumentVersion {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
}

/**
 * Returns the snapshot of a document; `read` returns its text as minutes and is called only for minutes.
 * What `reportCache` has of earlier snapshots is not looked for again.
 */
export function takeSnapshot(
  document: DocumentVersion,
  context: DocumentContext,
  today: string,
  read: (text: string) => Minutes,
  reportCache: ReportCache,
): Snapshot {
  const subject = subjectOf(document, context, today, read);
  return new LazySnapshot(document, subject, context, reportCache);
}

/** A class, because V8 keeps objects whose literals have getters until the next full collection. */
class LazySnapshot implements Snapshot {
  readonly uri: string;
  readonly version: number | null;
  readonly document: PositionedText;
  readonly subject: Snapshot['subject'];
  readonly claim: Snapshot['claim'];
  readonly candidates: Snapshot['candidates'];
  readonly #reportCache: ReportCache;
  #findings: readonly Finding[] | null = null;

  constructor(
    { uri, version, text }: DocumentVersion,
    subject: Snapshot['subject'],
    { claim, candidates }: DocumentContext,
    reportCache: ReportCache,
  ) {
    this.uri = uri;
    this.version = version;
    this.document =
      subject?.kind === 'minutes' ? subject.input.minutes.markdown : new LinedText(text);
    this.subject = subject;
    this.claim = claim;
    this.candidates = candidates;
    this.#reportCache = reportCache;
  }

  get findings(): readonly Finding[] {
    return (this.#findings ??= orFailure(() =>
      findingsOf(
        this.subject,
        templatesBeside(normalizeUri(this.uri), this.candidates?.nearest ?? []),
        this.#reportCache,
      ),
    ));
  }
}

/** Returns the snapshot of a document with which the program fails: it says so, and nothing else. */
export function failedSnapshot({ uri, version, text }: DocumentVersion, error: unknown): Snapshot {
  return {
    uri,
    version,
    document: new LinedText(text),
    claim: { state: 'unclaimed' },
    candidates: null,
    subject: null,
    findings: [failedDocument(error)],
  };
}

function orFailure(find: () => readonly Finding[]): readonly Finding[] {
  try {
    return find();
  } catch (error) {
    return [failedDocument(error)];
  }
}

/** A text whose lines are found when first asked for. */
class LinedText implements PositionedText {
  readonly text: string;
  #lines: LineIndex | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get lines(): LineIndex {
    return (this.#lines ??= createLineIndex(this.text));
  }
}

function subjectOf(
  { uri, text }: DocumentVersion,
  { claim, roster, settings, configuration, history, usage, ...file }: DocumentContext,
  today: string,
  read: (text: string) => Minutes,
): Snapshot['subject'] {
  if (file.rosterFile === 'this') return { kind: 'roster', text };
  if (file.settingsFile !== null) return { kind: file.settingsFile, text };
  if (claim.state === 'template') {
    const template = readTemplate(text, fileNameOf(uri));
    return {
      kind: 'template',
      template,
      usage,
      severities: severitiesIn(configuration, template, settings.rules),
      lacksRoster: file.rosterFile === 'absent',
    };
  }
  if (claim.state !== 'checked') return null;
  const input: CheckInput = {
    minutes: read(text),
    fileName: schemeOf(uri) === 'untitled' ? null : pathOf(uri),
    template: claim.source.template,
    roster,
    today,
    profile: settings.profile,
    severities: severitiesIn(configuration, claim.source.template, settings.rules),
    history,
  };
  return { kind: 'minutes', source: claim.source, input };
}

function findingsOf(
  subject: Snapshot['subject'],
  others: readonly Matcher[],
  reportCache: ReportCache,
): readonly Finding[] {
  switch (subject?.kind) {
    case 'minutes':
      return checkFile(subject.input, reportCache);
    case 'template': {
      const absent = subject.lacksRoster ? [absentRosterFile(subject.template)] : [];
      return [
        ...absent,
        ...checkTemplate(subject.template, others, subject.usage, subject.severities),
      ];
    }
    case 'roster':
      return checkRosterFile(subject.text);
    case 'configuration':
      return checkConfiguration(subject.text);
    case 'removals':
      return checkRemovals(subject.text);
    case undefined:
      return [];
  }
}
