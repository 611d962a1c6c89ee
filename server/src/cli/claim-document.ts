import * as l10n from '@vscode/l10n';
import type { ClaimReason, TemplateSource } from '../core/claims/choose-template.ts';
import { decideClaim } from '../core/claims/decide-claim.ts';
import { severitiesIn } from '../core/template/configuration.ts';
import type { SeveritySettings } from '../core/template/severity.ts';
import { parseMarkdown } from '../core/markdown/parse-markdown.ts';
import { noHistory } from '../core/meetings/history.ts';
import { readMinutes } from '../core/minutes/read-minutes.ts';
import type { CheckInput } from '../core/checking/check-minutes.ts';
import { once } from '../core/text/cached.ts';
import type { OutsideEras } from './document-report.ts';
import type { FoundDocument } from './found-document.ts';
import { presetScheme, type Templates } from './templates.ts';

/** What decides how documents are checked. */
export interface Claiming {
  readonly templates: Templates;
  /** The template that the user chose for all minutes. */
  readonly chosen: TemplateSource | null;
  readonly profile: CheckInput['profile'];
  readonly today: string;
  /** Severities that the user chose for this run. */
  readonly severities: SeveritySettings;
}

/** What a document is. */
export type ClaimedDocument =
  /** Its text is read as minutes when the input is first asked for: a series needs only the template. */
  | {
      readonly kind: 'minutes';
      readonly input: () => CheckInput;
      readonly source: TemplateSource;
      /** Why this template applies. */
      readonly reason: ClaimReason;
    }
  | { readonly kind: 'template' }
  | {
      readonly kind: 'unchecked';
      readonly state: 'unclaimed' | 'no-era' | 'ambiguous' | 'invalid-template';
      /** The broken template, where one claims the document. */
      readonly source: TemplateSource | null;
      readonly reason: string;
      /** Its day, and the templates none of which applies on it. */
      readonly outside?: OutsideEras;
      /** Someone has to choose a template before the document can be checked. */
      readonly isFailure: boolean;
    };

/** Returns whether a document is minutes with a template, a template, or neither and why. */
export function claimDocument(
  document: FoundDocument,
  text: string,
  claiming: Claiming,
): ClaimedDocument {
  const { templates, chosen } = claiming;
  const claim = decideClaim({
    id: document.location,
    path: document.location,
    text,
    chosen,
    settings: [],
    nearest: templates.nearest(document),
    presets: templates.presets,
    configuration: templates.configurationOf(document),
  });
  switch (claim.state) {
    case 'checked':
      return claimedBy(claim.source, claim.reason, document, text, claiming);
    case 'template':
      return { kind: 'template' };
    case 'unclaimed':
      return claim.excludedBy === undefined ? unclaimed() : excluded(claim.excludedBy);
    case 'no-era':
      return {
        ...unclaimed(),
        state: 'no-era',
        ...(claim.date !== null && {
          outside: { date: claim.date, templates: namesOf(claim.sources) },
        }),
        reason: eraReason(claim.date, namesOf(claim.sources)),
      };
    case 'ambiguous':
      return {
        kind: 'unchecked',
        state: 'ambiguous',
        source: null,
        reason: l10n.t(
          'several templates claim it: {0}; choose one with --template or a modeline',
          namesOf(claim.sources),
        ),
        isFailure: true,
      };
    case 'invalid-template':
      return invalid(claim.sources[0] ?? null);
    case 'missing-template':
      return {
        ...invalid(null),
        reason: l10n.t('its modeline names the template “{0}”, which doesn’t exist', claim.name),
        isFailure: true,
      };
  }
}

function claimedBy(
  source: TemplateSource,
  reason: ClaimReason,
  document: FoundDocument,
  text: string,
  { templates, profile, today, severities }: Claiming,
): ClaimedDocument {
  const input = once((): CheckInput => ({
    minutes: readMinutes(parseMarkdown(text)),
    fileName: document.location,
    template: source.template,
    roster: templates.rosterOf(source),
    today,
    profile,
    severities: severitiesIn(templates.configurationOf(document), source.template, severities),
    history: noHistory,
  }));
  return { kind: 'minutes', source, reason, input };
}

function excluded(glob: string): Extract<ClaimedDocument, { kind: 'unchecked' }> {
  const reason = l10n.t('.minutes/config.yml excludes it by “{0}”', glob);
  return { ...unclaimed(), reason };
}

function unclaimed(): Extract<ClaimedDocument, { kind: 'unchecked' }> {
  const reason = l10n.t('no template claims it');
  return { kind: 'unchecked', state: 'unclaimed', source: null, reason, isFailure: false };
}

function eraReason(date: string | null, templates: string): string {
  return date === null
    ? l10n.t('has no date, and every template has an `until` date: {0}', templates)
    : l10n.t('no template applies on {0}: {1}', date, templates);
}

function invalid(source: TemplateSource | null): Extract<ClaimedDocument, { kind: 'unchecked' }> {
  return {
    kind: 'unchecked',
    state: 'invalid-template',
    source,
    reason: l10n.t('its template has errors'),
    isFailure: false,
  };
}

function namesOf(sources: readonly TemplateSource[]): string {
  return sources.map(({ id, template }) => `“${template.name}” (${placeOf(id)})`).join(', ');
}

function placeOf(id: string): string {
  return id.startsWith(presetScheme) ? l10n.t('preset') : id;
}
