import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';
import type { Finding, RelatedPlace } from '../core/rules/finding.ts';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import type { Severity } from '../core/template/severity.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import type { Session } from './session.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Converter, PositionedText } from './convert.ts';
import { templateUri } from './documents/preset-uri.ts';
import type { Snapshot } from './documents/take-snapshot.ts';

/** Returns the findings of a snapshot as LSP's diagnostics. */
export function toDiagnostics(
  snapshot: Snapshot,
  { client, converter, failures }: Pick<Session, 'client' | 'converter' | 'failures'>,
): Diagnostic[] {
  failures.in(snapshot.findings);
  return snapshot.findings.map(diagnosticOf(snapshot, client, converter));
}

/** Returns what turns a finding of a snapshot into its diagnostic. */
export function diagnosticOf(
  snapshot: Snapshot,
  client: ClientAbilities,
  converter: Converter,
): (finding: Finding) => Diagnostic {
  const places = createPlaces(snapshot, client, converter);
  return (finding) => ({
    range: converter.toRange(snapshot.document, finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    ...codeDescription(finding.rule, client),
    source: sourceOf(snapshot),
    message: finding.message,
    ...(client.relatedInformation && { relatedInformation: finding.related.flatMap(places) }),
  });
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function codeDescription(
  rule: Finding['rule'],
  { codeDescription: supported, options: { rulePages } }: ClientAbilities,
): Pick<Diagnostic, 'codeDescription'> {
  return supported && rulePages !== null
    ? { codeDescription: { href: `${rulePages}${rule}.md` } }
    : {};
}

function sourceOf({ subject }: Snapshot): string {
  return subject?.kind === 'minutes'
    ? `Meeting Minutes (${subject.input.template.name})`
    : 'Meeting Minutes';
}

/** Returns what turns related places into locations; a place that the client can't open is left out. */
function createPlaces(
  { uri, document, subject }: Snapshot,
  client: ClientAbilities,
  converter: Converter,
): (place: RelatedPlace) => DiagnosticRelatedInformation[] {
  const template = subject?.kind === 'minutes' ? templatePlace(subject.source, client) : null;
  return (place) => {
    const target = place.document === 'minutes' ? { uri, document } : template;
    if (target === null) return [];
    const range = converter.toRange(target.document, place.range);
    return [{ location: { uri: target.uri, range }, message: place.message }];
  };
}

function templatePlace(
  source: TemplateSource,
  client: ClientAbilities,
): { readonly uri: string; readonly document: PositionedText } | null {
  const isPreset = source.root === null;
  if (isPreset && !client.showsPresets) return null;
  const { text } = source.template;
  return { uri: templateUri(source), document: { text, lines: createLineIndex(text) } };
}
