import { l10n } from 'vscode';
import { maximumBytes } from '../../../server/src/protocol/file-requests.ts';
import type { TemplateLink, TemplateStatus } from '../../../server/src/protocol/template-status.ts';

/** What the language status says of a document. */
export interface StatusDescription {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly action: 'choose' | 'open' | null;
}

/** Returns a status in the user's words; null where there is nothing to say. */
export function describeStatus(status: TemplateStatus): StatusDescription | null {
  switch (status.state) {
    case 'checked':
      return {
        text: status.template.name,
        detail:
          status.cancelled === true
            ? l10n.t(
                'The meeting was cancelled: no sections are expected. {0}',
                describeReason(status.reason),
              )
            : describeReason(status.reason),
        severity: 'information',
        action: 'choose',
      };
    case 'unclaimed':
      return status.choosable
        ? {
            text: l10n.t('No template'),
            detail:
              status.excludedBy === undefined
                ? l10n.t('No template in the workspace claims this file.')
                : l10n.t('.minutes/config.yml excludes it by “{0}”', status.excludedBy),
            severity: 'information',
            action: 'choose',
          }
        : null;
    case 'ambiguous':
      return {
        text: l10n.t('Several templates'),
        detail: l10n.t('Several templates claim this file: {0}', namesOf(status.templates)),
        severity: 'warning',
        action: 'choose',
      };
    case 'no-era':
      return {
        text: l10n.t('No template for this date'),
        detail: describeEra(status.date, status.templates),
        severity: 'warning',
        action: 'open',
      };
    case 'invalid-template':
      return {
        text: l10n.t('Template with errors'),
        detail: l10n.t(
          'The file is not checked until its template is fixed: {0}',
          namesOf(status.templates),
        ),
        severity: 'error',
        action: 'open',
      };
    case 'missing-template':
      return {
        text: l10n.t('Template not found'),
        detail: l10n.t('There is no template “{0}”.', status.name),
        severity: 'error',
        action: 'choose',
      };
    case 'template':
      return {
        text: l10n.t('This is a template'),
        detail: describeUse(status.usedBy),
        severity: 'information',
        action: null,
      };
    case 'too-large':
      return {
        text: l10n.t('Too large'),
        detail: l10n.t('Files larger than {0} MB are not checked.', maximumBytes / 1_000_000),
        severity: 'warning',
        action: null,
      };
  }
}

function describeUse(count: number): string {
  if (count === 0) return l10n.t('It is used by no minutes.');
  return count === 1
    ? l10n.t('It is used by the minutes of 1 meeting.')
    : l10n.t('It is used by the minutes of {0} meetings.', count);
}

function describeReason(reason: Extract<TemplateStatus, { state: 'checked' }>['reason']): string {
  switch (reason.kind) {
    case 'modeline':
      return l10n.t('Chosen by a line in this file');
    case 'setting':
      return l10n.t('Chosen by your settings for “{0}”', reason.glob);
    case 'files':
      return l10n.t('Claims “{0}”', reason.glob);
    case 'chosen':
      return l10n.t('Chosen by hand');
  }
}

function describeEra(date: string | null, templates: readonly TemplateLink[]): string {
  return date === null
    ? l10n.t(
        'The file has no date, and every template has an `until` date: {0}',
        namesOf(templates),
      )
    : l10n.t('No template applies on {0}: {1}', date, namesOf(templates));
}

function namesOf(templates: readonly TemplateLink[]): string {
  return templates.map(({ name }) => name).join(', ');
}
